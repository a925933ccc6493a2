import type { RowError } from "@one-small-town/core/hours/timesheetRows.ts";

/** Whether a row is refused only because it repeats an earlier one. */
export function isRepeat({ code }: RowError): boolean {
  return code === "repeatedRow";
}
