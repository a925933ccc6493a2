import { months } from "../../../content/format.ts";
import { yearQuarterStart } from "@one-small-town/core/projects/plans/yearQuarters.ts";

/** A quarter of a year as people say it: "Jan – Mar 2027". */
export function quarterName(yearQuarter: number): string {
  return months(yearQuarterStart(yearQuarter), yearQuarterStart(yearQuarter + 1) - 1);
}
