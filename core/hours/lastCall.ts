import { OPEN_WEEKS } from "../rules/Contributions.ts";
import { weekStart } from "./weeks.ts";

/**
 * The first second, in Unix time, at which a week's timesheet can no longer be submitted, however many weeks before it wait.
 * One that was rejected may stay open for longer.
 */
export function lastCall(weekIndex: number): number {
  return weekStart(weekIndex + OPEN_WEEKS + 1);
}
