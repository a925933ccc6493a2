import { daysOfWeek } from "../weeks/daysOfWeek.ts";
import { findRepeatedRows } from "./findRepeatedRows.ts";
import { isActive } from "./isActive.ts";
import { parseRecords } from "./parseRecords.ts";
import { readHeader } from "./readHeader.ts";
import { readRow } from "./readRow.ts";
import type { RowError } from "./RowError.ts";
import { shiftsOf } from "./shiftsOf.ts";
import { sumQuarters } from "./sumQuarters.ts";
import type { TimesheetReading } from "./TimesheetReading.ts";
import type { TimesheetRow } from "./TimesheetRow.ts";
import type { TimesheetTown } from "./TimesheetTown.ts";

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
