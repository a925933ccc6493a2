import { formatAmount } from "@one-small-town/core/money/amounts.ts";
import type { AccountsState, QuarterRow } from "@one-small-town/core/projects/plans/compareWithPlan.ts";
import type { Unit } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { accountabilityWords } from "../../../content/words/accountability.ts";
import { dueDay, quarterName } from "./dates.ts";

/** Each quarter: what was foreseen, what came in, and where its accounts stand. */
export function QuarterTable({ rows, unit }: { rows: readonly QuarterRow[]; unit: Unit }) {
  const say = useSay();
  return (
    <table className="figures w-full text-end text-sm" aria-label={say(accountabilityWords.table)}>
      <thead>
        <tr className="text-soft align-bottom">
          <th scope="col" className="py-2 text-start font-medium">
            {say(accountabilityWords.quarter)}
          </th>
          <th scope="col" className="py-2 ps-3 font-medium">
            {say(accountabilityWords.profitIn(unit.symbol))}
          </th>
          <th scope="col" className="py-2 ps-3 font-medium">
            {say(accountabilityWords.paidInTable(unit.symbol))}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Quarter key={row.yearQuarter} row={row} unit={unit} />
        ))}
      </tbody>
    </table>
  );
}

const LOOKS: Record<AccountsState, { sign: string; ink: string }> = {
  ahead: { sign: "", ink: "text-soft" },
  running: { sign: "", ink: "text-soft" },
  notAtWork: { sign: "", ink: "text-soft" },
  toCome: { sign: "", ink: "" },
  onTime: { sign: "✔ ", ink: "text-good" },
  late: { sign: "! ", ink: "text-warn" },
  overdue: { sign: "✘ ", ink: "text-bad font-bold" },
};

function Quarter({ row: { yearQuarter, forecast, paidIn, accounts, dueAt }, unit }: { row: QuarterRow; unit: Unit }) {
  const say = useSay();
  const { sign, ink } = LOOKS[accounts];
  const amount = (units: bigint) => formatAmount(units, unit.decimals);
  return (
    <tr className="border-line border-t align-top">
      <th scope="row" className="py-2 text-start font-normal">
        {quarterName(yearQuarter)}
        <span className={`block text-xs ${ink}`}>
          <span aria-hidden="true">{sign}</span>
          {say(accountabilityWords.states[accounts](dueDay(dueAt)))}
        </span>
      </th>
      <td className="py-2 ps-3">
        {forecast === null ? (
          <span className="text-soft">{say(accountabilityWords.noForecast)}</span>
        ) : (
          <>
            {amount(forecast.profit)}
            <span className="text-soft block text-xs">{say(accountabilityWords.income(amount(forecast.income)))}</span>
            <span className="text-soft block text-xs">{say(accountabilityWords.costs(amount(forecast.costs)))}</span>
          </>
        )}
      </td>
      <td className="py-2 ps-3 font-bold">{amount(paidIn)}</td>
    </tr>
  );
}
