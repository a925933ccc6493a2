import { yearQuarterStart } from "@one-small-town/core/projects/plans/yearQuarters.ts";
import { months, weekDate } from "../../../content/format.ts";

/** The last day on which accounts come in time, in UTC as the plan counts it. */
export function dueDay(dueAt: number): string {
  return weekDate(dueAt - 1);
}

/** A quarter of a year as people say it: "Jan – Mar 2027". */
export function quarterName(yearQuarter: number): string {
  return months(yearQuarterStart(yearQuarter), yearQuarterStart(yearQuarter + 1) - 1);
}
