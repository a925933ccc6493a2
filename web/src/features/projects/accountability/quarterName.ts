import { months } from "../../../content/format.ts";
import { yearQuarterStart } from "../../../lib/plans/yearQuarterStart.ts";

/** A quarter of a year as people say it: "Jan – Mar 2027". */
export function quarterName(yearQuarter: number): string {
  return months(yearQuarterStart(yearQuarter), yearQuarterStart(yearQuarter + 1) - 1);
}
