import { parseDay } from "./parseDay.ts";
import { parseQuarters } from "./parseQuarters.ts";
import type { RowError } from "./RowError.ts";
import type { TimesheetHeader } from "./TimesheetHeader.ts";
import type { TimesheetRow } from "./TimesheetRow.ts";
import type { TimesheetTown } from "./TimesheetTown.ts";

/**
 * Reads one row on its own: the row, or everything that is wrong with its cells.
 * @param days the seven ISO dates of the town's week.
 */
export function readRow(
  cells: string[],
  row: number,
  { header, town, days }: { header: TimesheetHeader; town: TimesheetTown; days: string[] },
): TimesheetRow | RowError[] {
  const used = cells.findLastIndex((cell) => cell.trim() !== "") + 1;
  if (used > header.width) return [{ row, code: "tooManyCells", cells: used, columns: header.width }];

  const cell = (column: keyof TimesheetHeader): string => (cells[header[column]] ?? "").trim();
  const member = /^\d+$/.test(cell("member")) ? Number(cell("member")) : 0;
  const known = member >= 1 && member <= town.members;
  const day = parseDay(cell("date"));
  const inWeek = day !== undefined && days.includes(day);
  const quarters = parseQuarters(cell("hours"));
  const readable = typeof quarters === "number";
  if (known && member !== town.ownMember && inWeek && readable) {
    return { row, member, project: cell("project"), day, quarters };
  }

  const errors: RowError[] = [];
  if (!known) errors.push({ row, code: "unknownMember", member: cell("member"), members: town.members });
  if (known && member === town.ownMember) errors.push({ row, code: "ownHours", member });
  if (!inWeek)
    errors.push({ row, code: "wrongWeek", date: cell("date"), firstDay: days[0] ?? "", lastDay: days[6] ?? "" });
  if (!readable) errors.push({ row, code: quarters, hours: cell("hours") });
  return errors;
}
