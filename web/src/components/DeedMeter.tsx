import { WHOLE } from "@one-small-town/core/rules/Deeds.ts";
import { percent } from "../content/format.ts";
import { deedWords } from "../content/words/deeds.ts";
import { useSay } from "../content/useSay.ts";
import type { Deed } from "@one-small-town/core/profit/Deed.ts";
import { Meter } from "./Meter.tsx";

const PARTS = [
  { part: "members", words: deedWords.members, color: "var(--local)" },
  { part: "fund", words: deedWords.fund, color: "var(--color-sun)" },
  { part: "investors", words: deedWords.investors, color: "var(--enamel)" },
  { part: "country", words: deedWords.country, color: "var(--country)" },
] as const;

/** Who gets which part of a business's profit. */
export function DeedMeter({ deed }: { deed: Deed }) {
  const say = useSay();
  const parts = PARTS.filter(({ part }) => deed[part] > 0).map(({ part, words, color }) => ({
    name: say(words),
    value: deed[part],
    color,
    figure: percent(deed[part]),
  }));
  return <Meter label={say(deedWords.deed)} parts={parts} total={WHOLE} />;
}
