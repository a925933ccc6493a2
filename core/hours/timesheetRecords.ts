import Papa from "papaparse";
import { timesheetColumns } from "./timesheetRows.ts";

/**
 * Splits a CSV text into rows of cells, blank rows included, so that the first record is row 1.
 *
 * CRLF and CR become LF; papaparse drops a byte-order mark. If a quoted cell is malformed, `malformedRow` is its row, and
 * it and what follows are left out.
 */
export function parseRecords(text: string): { records: string[][]; malformedRow: number | undefined } {
  const lines = text.replace(/\r\n?/g, "\n");
  const { data, errors } = Papa.parse<string[]>(lines, { delimiter: findDelimiter(lines), newline: "\n" });
  const malformedIndex = errors[0]?.row;

  if (malformedIndex === undefined) return { records: data, malformedRow: undefined };
  return { records: data.slice(0, malformedIndex), malformedRow: malformedIndex + 1 };
}

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
