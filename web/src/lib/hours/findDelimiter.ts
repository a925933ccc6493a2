import Papa from "papaparse";
import { timesheetColumns } from "./timesheetColumns.ts";

/**
 * The delimiter of a timesheet: the one that finds the most of its columns in the header. Cells below never count, so
 * decimal commas and project names cannot mislead it. A comma if none finds any.
 */
export function findDelimiter(lines: string): string {
  const fromHeader = lines.replace(/^(?:[,;\s]*\n)?/, "");
  const columnsFound = (delimiter: string): number => {
    const [cells = []] = Papa.parse<string[]>(fromHeader, { delimiter, newline: "\n", preview: 1 }).data;
    const names = new Set(cells.map((cell) => cell.trim().toLowerCase()));

    return timesheetColumns.filter((column) => names.has(column)).length;
  };

  return [",", ";", "\t"]
    .map((delimiter) => ({ delimiter, found: columnsFound(delimiter) }))
    .reduce((best, next) => (next.found > best.found ? next : best)).delimiter;
}
