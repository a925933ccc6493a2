import { phaseWords } from "../content/words/phases.ts";
import { useSay } from "../content/useSay.ts";
import type { Phase } from "@one-small-town/core/rules/enumerations.ts";

const LOOKS: Record<Phase, string> = {
  none: "border-line text-soft",
  local: "border-local text-local",
  country: "border-country text-country",
  world: "border-world text-world",
  succeeded: "border-good text-good",
  failed: "border-bad text-bad",
  settled: "border-line text-soft",
};

/** Where a sale stands, in a word and in the colour of its phase. */
export function PhaseBadge({ phase }: { phase: Phase }) {
  const say = useSay();
  return (
    <span className={`rounded-full border-2 px-2.5 py-0.5 text-xs font-semibold whitespace-nowrap ${LOOKS[phase]}`}>
      {say(phaseWords[phase])}
    </span>
  );
}
