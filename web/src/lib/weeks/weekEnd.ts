import { weekStart } from "./weekStart.ts";

/** The first second after a week, in Unix time: from it on, its timesheet can be submitted. */
export function weekEnd(weekIndex: number): number {
  return weekStart(weekIndex + 1);
}
