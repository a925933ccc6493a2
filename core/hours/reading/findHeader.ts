import { plainCell } from "./cells.ts";
import { csvRows } from "./csvRows.ts";
import { isFilled, type Table, type TableRow } from "./Table.ts";
import type { Problem } from "./TimesheetReading.ts";

/** The columns every timesheet has, in any order and case. */
const timesheetColumns = ["member", "project", "date", "hours"] as const;

/** A further column that says of which rows somebody is paid: those do not count. */
const PAID = "paid";

/** Columns of words, which change nothing. Any other one is asked about, if a row says something in it. */
const WORDS = new Set(
  ["note", "notes", "comment", "comments", "remark", "remarks", "description", "task", "activity", "place"].concat([
    ...["name", "member name", "first name", "last name", "surname", "weekday", "day"],
  ]),
);

/** What a column is called that changes what the hours of a row mean. */
const MEANING =
  /\b(min|mins|minutes?|status|state|approved?|accepted|rejected|declined|confirmed|total|subtotal|sum|breaks?|pause|lunch|minus|deduct\w*|overtime|unit|factor|rate|unpaid|wages?|salary|cancell?ed|void|deleted|corrected|correction)\b|\bpaid\b./;

/** A file's names stand in one of its first filled rows; above them are titles at most. */
const LOOKED_AT = 60;

/** Where a timesheet's columns are, counted from 0. */
export type TimesheetHeader = Record<(typeof timesheetColumns)[number] | "row", number> & {
  /** -1 when there is none. */
  paid: number;
  /** How many cells a row may have that says something: up to the last named column. */
  width: number;
  /** How many cells the header has, blank ones included. */
  cells: number;
  /** Columns that are none of ours, and are no words. */
  others: { at: number; name: string; changesHours: boolean }[];
};

/** The table of a CSV text. Its delimiter is the one that finds the most of our columns in a row; a comma, if none does. */
export function csvTable(text: string): Table {
  const said = /^\s*"?sep=(.)"?[^\n]*\n/i.exec(text)?.[1];
  const delimiters = said === undefined ? [",", ";", "\t", "|"] : [said];
  const tables = delimiters.map((delimiter) => ({ delimiter, rows: () => csvRows(text, delimiter) }));
  const found = tables.map((table) => ({ table, names: bestRow(table)?.names ?? 0 }));
  return found.reduce((best, next) => (next.names > best.names ? next : best)).table;
}

/** The row among a table's first that has the most of our columns, the first of equals; undefined if all are blank. */
function bestRow(table: Table): { row: TableRow; names: number } | undefined {
  let best: { row: TableRow; names: number } | undefined;
  let looked = 0;
  for (const row of table.rows()) {
    if (!row.cells.some(isFilled)) continue;
    const names = namesIn(row.cells).filter((name) => isOurs(name)).length;
    if (best === undefined || names > best.names) best = { row, names };
    if (++looked === LOOKED_AT || names >= timesheetColumns.length) break;
  }
  return best;
}

function namesIn(cells: readonly string[]): string[] {
  return cells.map((cell) => plainCell(cell).toLowerCase());
}

function isOurs(name: string): boolean {
  return timesheetColumns.some((column) => column === name);
}

/** Whether a table has all columns of a timesheet. */
export function hasHeader(table: Table): boolean {
  return "header" in findHeader(table);
}

/**
 * Finds the columns of a timesheet by name, whatever their order, case and the spaces around them, below titles and blank
 * rows. The width ends at the last named column: spreadsheets leave blank ones behind it.
 */
export function findHeader(table: Table): { header: TimesheetHeader } | { problem: Problem } {
  const { row = { row: 1, cells: [] } } = bestRow(table) ?? {};
  const names = namesIn(row.cells);
  const missing = timesheetColumns.filter((column) => !names.includes(column));
  const repeated = [...timesheetColumns, PAID].filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (missing.length > 0) return { problem: { row: row.row, code: "missingColumn", columns: missing } };
  if (repeated.length > 0) return { problem: { row: row.row, code: "repeatedColumn", columns: repeated } };

  return {
    header: {
      row: row.row,
      member: names.indexOf("member"),
      project: names.indexOf("project"),
      date: names.indexOf("date"),
      hours: names.indexOf("hours"),
      paid: names.indexOf(PAID),
      width: names.findLastIndex((name) => name !== "") + 1,
      cells: row.cells.length,
      others: othersIn(names),
    },
  };
}

/** A column without a name to the left of all ours is a spreadsheet's own numbering; one among ours may be anything. */
function othersIn(names: readonly string[]): TimesheetHeader["others"] {
  const first = names.findIndex(isOurs);
  const width = names.findLastIndex((name) => name !== "") + 1;
  return names
    .map((name, at) => ({ at, name, changesHours: MEANING.test(name) }))
    .filter(({ at, name }) => at < width && !isOurs(name) && name !== PAID && !WORDS.has(name))
    .filter(({ at, name }) => name !== "" || at > first);
}

/** What a row says that has the names of our columns: the header once more, or the header in another order. */
export function isHeaderAgain(cells: readonly string[], header: TimesheetHeader): "same" | "other" | undefined {
  const first = plainCell(cells[header.member] ?? "").toLowerCase();
  if (first === "" || /\d/.test(first)) return undefined;
  const names = namesIn(cells);
  if (timesheetColumns.every((column) => names[header[column]] === column)) return "same";
  return names.filter(isOurs).length >= timesheetColumns.length - 1 ? "other" : undefined;
}
