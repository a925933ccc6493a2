import type { RowError } from "./RowError.ts";
import type { TimesheetRow } from "./TimesheetRow.ts";

/** The sum of each member's quarters, one byte a member, and the rows that take a member above what a byte holds. */
export function sumQuarters(rows: TimesheetRow[]): { quarters: Uint8Array; errors: RowError[] } {
  const sums: number[] = [];
  const errors: RowError[] = [];

  for (const { row, member, quarters } of rows) {
    const before = sums[member - 1] ?? 0;
    const sum = before + quarters;
    if (before <= 255 && sum > 255) errors.push({ row, code: "tooManyHours", member, quarters: sum });
    sums[member - 1] = sum;
  }

  return { quarters: Uint8Array.from(sums, (sum) => sum ?? 0), errors };
}
