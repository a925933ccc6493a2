import { findingWords } from "../../content/words/findings.ts";
import { useSay } from "../../content/useSay.ts";
import type { Outcome } from "@one-small-town/core/verify/Finding.ts";

const LOOKS: Record<Outcome, { ink: string; sign: string }> = {
  holds: { ink: "text-good", sign: "✔" },
  broken: { ink: "text-bad", sign: "✘" },
  unavailable: { ink: "text-warn", sign: "?" },
};

/** Whether something adds up, as a sign and in words; the words can be left to screen readers where room is scarce. */
export function OutcomeMark({ outcome, isShort = false }: { outcome: Outcome; isShort?: boolean }) {
  const say = useSay();
  const { ink, sign } = LOOKS[outcome];
  return (
    <span className={`inline-flex items-baseline gap-1.5 text-sm font-semibold whitespace-nowrap ${ink}`}>
      <span aria-hidden="true">{sign}</span>
      <span className={isShort && outcome === "holds" ? "sr-only" : ""}>{say(findingWords.outcomes[outcome])}</span>
    </span>
  );
}
