import { useState } from "react";
import { HouseBars, streetOf } from "../../components/HouseBars.tsx";
import { money, monthName, type Unit } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { historyWords } from "../../content/words/history.ts";
import type { Month } from "@one-small-town/core/history/History.ts";

/** The profit of each month; the table says the same. */
export function MonthChart({ months, unit }: { months: readonly Month[]; unit: Unit }) {
  const say = useSay();
  const [chosen, setChosen] = useState<number | null>(null);
  const newest = months.length - 1;
  const bars = streetOf(months.map(({ profit }) => profit));
  const shown = months[chosen ?? newest];
  return (
    <figure>
      <figcaption className="sr-only">{say(historyWords.chart)}</figcaption>
      <HouseBars bars={bars} selected={chosen ?? newest} onSelect={setChosen} />
      {shown !== undefined && (
        <p className="figures mt-2 text-sm">
          {say(historyWords.profitOf(monthName(shown.month), money(shown.profit, unit)))}
        </p>
      )}
    </figure>
  );
}
