import { DAY_FIRST, MONTH_FIRST, said, YEAR_FIRST } from "./cells.ts";
import type { RowRead } from "./readRow.ts";
import type { Problem } from "./TimesheetReading.ts";

type Dated = Extract<RowRead, { row: unknown }>;

/**
 * A file has one order of day and month: the one in which most of its rows are days of the week. What is a day of the week
 * in another order only is refused. Where day and month are the same number, both orders are right.
 */
export function settleOrder(rows: readonly Dated[]): Problem[] {
  const only = [DAY_FIRST, MONTH_FIRST, YEAR_FIRST].map((order) => rows.filter(({ orders }) => orders === order));
  const most = only.reduce((best, next) => (next.length > best.length ? next : best));
  return only
    .filter((group) => group !== most)
    .flat()
    .map(({ row: { row, day }, date }) => ({ row, code: "otherOrder", date: said(date), suggestion: day }));
}
