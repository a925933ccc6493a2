import type { TimesheetDesk } from "../../../chain/hours/timesheetDeskQuery.ts";

/** The weeks whose hours can still be sent in, the earliest first: those before one under review are closed by it. */
export function weeksToSend({ openWeeks, pending }: Pick<TimesheetDesk, "openWeeks" | "pending">): number[] {
  return openWeeks.filter((week) => pending === null || week > pending.weekIndex);
}
