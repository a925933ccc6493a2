import type { RowError } from "./RowError.ts";
import type { TimesheetHeader } from "./TimesheetHeader.ts";
import { timesheetColumns } from "./timesheetColumns.ts";

/**
 * Finds the columns of a timesheet by name, whatever their order, case and the spaces around them. The width ends at the
 * last named column: spreadsheets leave blank ones behind it.
 */
export function readHeader(cells: string[], row: number): { header: TimesheetHeader } | { error: RowError } {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const missing = timesheetColumns.filter((column) => !names.includes(column));
  const repeated = timesheetColumns.filter((column) => names.indexOf(column) !== names.lastIndexOf(column));

  if (missing.length > 0) return { error: { row, code: "missingColumn", columns: missing } };
  if (repeated.length > 0) return { error: { row, code: "repeatedColumn", columns: repeated } };

  return {
    header: {
      member: names.indexOf("member"),
      project: names.indexOf("project"),
      date: names.indexOf("date"),
      hours: names.indexOf("hours"),
      width: names.findLastIndex((name) => name !== "") + 1,
    },
  };
}
