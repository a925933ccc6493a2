import { MOST_QUARTERS } from "../rules/Timesheet.ts";
import { isActive, shiftsOf } from "./timesheet.ts";
import { parseRecords } from "./timesheetRecords.ts";
import { readHeader, readRow, type RowError, type TimesheetRow, type TimesheetTown } from "./timesheetRows.ts";
import { daysOfWeek } from "./weeks.ts";

/** A timesheet that can be submitted as it is, or everything that is wrong with it, by row. */
export type TimesheetReading =
  | {
      ok: true;
      /** Byte i is member number i + 1, up to the last member with any time. */
      quarters: Uint8Array;
      rows: TimesheetRow[];
      totals: { active: number; shifts: number; quarters: number };
    }
  | { ok: false; errors: RowError[] };

/**
 * Reads a coordinator's CSV file: comma, semicolon or tab; decimal point, decimal comma or h:mm; with or without a
 * byte-order mark; any line ends. Several rows of a member are summed. What could mean two things is refused, never
 * guessed, and every bad row is reported (see `RowError`). A file without rows is a week in which nobody gave time.
 * @param confirmedRows rows that repeat an earlier one, of which the coordinator has said that both are meant: two
 * stints of one day. Every other repeated row is refused.
 */
export function readTimesheet(
  text: string,
  town: TimesheetTown,
  confirmedRows: readonly number[] = [],
): TimesheetReading {
  const { records, malformedRow } = parseRecords(text);
  const malformed: RowError[] = malformedRow === undefined ? [] : [{ row: malformedRow, code: "malformedQuote" }];
  const headerIndex = records.findIndex(isFilled);
  if (headerIndex < 0 && malformedRow !== undefined) return { ok: false, errors: malformed };

  const found = readHeader(records[headerIndex] ?? [], Math.max(headerIndex, 0) + 1);
  if ("error" in found) return { ok: false, errors: [found.error, ...malformed] };

  const { rows, errors } = readRows(records, headerIndex + 1, { ...found, town, days: daysOfWeek(town.weekIndex) });
  const repeated = findRepeatedRows(rows).filter(({ row }) => !confirmedRows.includes(row));
  const repeatedRows = new Set(repeated.map(({ row }) => row));
  const sums = sumQuarters(rows.filter(({ row }) => !repeatedRows.has(row)));

  const all = [...errors, ...repeated, ...sums.errors, ...malformed].sort((a, b) => a.row - b.row);
  return all.length > 0 ? { ok: false, errors: all } : { ok: true, rows, ...withTotals(sums.quarters) };
}

function isFilled(cells: string[]): boolean {
  return cells.some((cell) => cell.trim() !== "");
}

function readRows(
  records: string[][],
  firstIndex: number,
  context: Parameters<typeof readRow>[2],
): { rows: TimesheetRow[]; errors: RowError[] } {
  const rows: TimesheetRow[] = [];
  const errors: RowError[] = [];

  for (const [index, cells] of records.entries()) {
    if (index < firstIndex || !isFilled(cells)) continue;

    const read = readRow(cells, index + 1, context);
    if (Array.isArray(read)) errors.push(...read);
    else rows.push(read);
  }

  return { rows, errors };
}

function withTotals(quarters: Uint8Array): {
  quarters: Uint8Array;
  totals: { active: number; shifts: number; quarters: number };
} {
  const sum = (measure: (quarters: number) => number): number =>
    quarters.reduce((total, member) => total + measure(member), 0);

  return {
    quarters,
    totals: {
      active: sum((member) => Number(isActive(member))),
      shifts: sum(shiftsOf),
      quarters: sum((member) => member),
    },
  };
}

/** The rows that say the same as an earlier one: member, project (its spelling decides), day and hours. */
export function findRepeatedRows(rows: TimesheetRow[]): RowError[] {
  const firstRows = new Map<string, number>();

  return rows.flatMap(({ row, member, project, day, quarters }) => {
    const key = `${member} ${day} ${quarters} ${project.normalize()}`;
    const firstRow = firstRows.get(key);
    if (firstRow !== undefined) return [{ row, code: "repeatedRow" as const, member, firstRow }];

    firstRows.set(key, row);
    return [];
  });
}

/** The sum of each member's quarters, one byte a member, and the rows that take a member above what a byte holds. */
export function sumQuarters(rows: TimesheetRow[]): { quarters: Uint8Array; errors: RowError[] } {
  const sums: number[] = [];
  const errors: RowError[] = [];

  for (const { row, member, quarters } of rows) {
    const before = sums[member - 1] ?? 0;
    const sum = before + quarters;
    if (before <= MOST_QUARTERS && sum > MOST_QUARTERS)
      errors.push({ row, code: "tooManyHours", member, quarters: sum });
    sums[member - 1] = sum;
  }

  return { quarters: Uint8Array.from(sums, (sum) => sum ?? 0), errors };
}
