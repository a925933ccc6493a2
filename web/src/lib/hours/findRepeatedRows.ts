import type { RowError } from "./RowError.ts";
import type { TimesheetRow } from "./TimesheetRow.ts";

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
