import { weekDate } from "../../../content/format.ts";

/** The last day on which accounts come in time, in UTC as the plan counts it. */
export function dueDay(dueAt: number): string {
  return weekDate(dueAt - 1);
}
