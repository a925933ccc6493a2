import { QUARTERS_PER_HOUR } from "@one-small-town/core/hours/timesheet.ts";
import { count } from "./format.ts";

/** Quarters of an hour as hours: 29 is "7.25". */
export function hoursOf(quarters: number): string {
  return count(quarters / QUARTERS_PER_HOUR);
}
