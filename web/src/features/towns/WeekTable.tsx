import { weekStart } from "@one-small-town/core/hours/weeks.ts";
import { formatAmount } from "@one-small-town/core/money/amounts.ts";
import type { WeekHours } from "../../chain/hours/useWeekHours.ts";
import { ScrollBox } from "../../components/ScrollBox.tsx";
import { count, hoursOf, type Unit, weekDate } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { townWords } from "../../content/words/towns.ts";

/** The weeks in figures, newest first. */
export function WeekTable({ weeks, unit }: { weeks: readonly WeekHours[]; unit: Unit }) {
  const say = useSay();
  return (
    <ScrollBox className="overflow-x-auto" label={say(townWords.allWeeks)}>
      <table className="figures w-full text-end text-xs sm:text-sm">
        <thead>
          <tr className="text-soft align-bottom">
            <th scope="col" className="py-2 text-start font-medium">
              {say(townWords.week)}
            </th>
            {[townWords.tableHours, townWords.tableActive, townWords.tableShifts, townWords.tableCash(unit.symbol)].map(
              (words) => (
                <th key={words.id} scope="col" className="py-2 ps-2 sm:ps-4 font-medium">
                  {say(words)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {weeks.toReversed().map(({ weekIndex, totals, active, cashPerActive }) => (
            <tr key={weekIndex} className="border-line border-t">
              <th scope="row" className="sm:min-w-28 py-2 text-start font-normal">
                {weekDate(weekStart(weekIndex))}
              </th>
              <td className="py-2 ps-2 sm:ps-4">
                {totals === undefined ? say(townWords.hoursMissing) : hoursOf(totals.quarters)}
              </td>
              <td className="py-2 ps-2 sm:ps-4">{count(active)}</td>
              <td className="py-2 ps-2 sm:ps-4">
                {totals === undefined ? say(townWords.hoursMissing) : count(totals.shifts)}
              </td>
              <td className="py-2 ps-2 sm:ps-4">{formatAmount(cashPerActive, unit.decimals)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
