import { useState } from "react";
import { HouseBars } from "../../components/HouseBars.tsx";
import { money, monthName, type Unit } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { historyWords } from "../../content/words/history.ts";
import type { Month } from "@one-small-town/core/history/History.ts";

/** Fewer houses than this look lost on a wide street, and more than twice as many are too thin to read. */
const PLACES = 12;

/** The profit of each month; the table says the same. */
export function MonthChart({ months, unit }: { months: readonly Month[]; unit: Unit }) {
  const say = useSay();
  const [chosen, setChosen] = useState<number | null>(null);
  const newest = months.length - 1;
  const first = Math.max(0, months.length - 2 * PLACES);
  const bars = months.map(({ profit }, key) => ({ key, above: Number(profit) })).slice(first);
  const plots = Array.from({ length: Math.max(0, PLACES - bars.length) }, () => null);
  const shown = months[chosen ?? newest];
  return (
    <figure>
      <figcaption className="sr-only">{say(historyWords.chart)}</figcaption>
      <HouseBars bars={[...bars, ...plots]} selected={chosen ?? newest} onSelect={setChosen} />
      {shown !== undefined && (
        <p className="figures mt-2 text-sm">
          {say(historyWords.profitOf(monthName(shown.month), money(shown.profit, unit)))}
        </p>
      )}
    </figure>
  );
}
