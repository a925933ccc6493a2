import { ScrollBox } from "../../components/ScrollBox.tsx";
import { count, monthName, type Unit } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { historyWords } from "../../content/words/history.ts";
import type { Month } from "@one-small-town/core/history/History.ts";
import { formatAmount } from "@one-small-town/core/money/amounts.ts";

/** The months in figures, newest first. */
export function MonthTable({ months, unit }: { months: readonly Month[]; unit: Unit }) {
  const say = useSay();
  const { symbol, decimals } = unit;
  const names = [
    historyWords.joined,
    historyWords.shifts,
    historyWords.profit(symbol),
    historyWords.paid(symbol),
    historyWords.shares,
  ];
  return (
    <ScrollBox className="overflow-x-auto" label={say(historyWords.table)}>
      <table className="figures w-full text-end text-xs sm:text-sm">
        <thead>
          <tr className="text-soft align-bottom">
            <th scope="col" className="py-2 text-start font-medium">
              {say(historyWords.month)}
            </th>
            {names.map((words) => (
              <th key={words.id} scope="col" className="py-2 ps-3 font-medium">
                {say(words)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.toReversed().map(({ month, joined, shifts, profit, paid, shares }) => (
            <tr key={month} className="border-line border-t">
              <th scope="row" className="py-2 text-start font-normal whitespace-nowrap">
                {monthName(month)}
              </th>
              <td className="py-2 ps-3">{count(joined)}</td>
              <td className="py-2 ps-3">{count(shifts)}</td>
              <td className="py-2 ps-3">{formatAmount(profit, decimals)}</td>
              <td className="py-2 ps-3">{formatAmount(paid, decimals)}</td>
              <td className="py-2 ps-3">{count(shares)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
