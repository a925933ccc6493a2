import type { Report } from "./Report.ts";

/** A report for programs: `Report.ts` says what is in it. Whole numbers that can be large are decimal strings. */
export function reportJson(report: Report): string {
  return JSON.stringify(report, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value), 2);
}
