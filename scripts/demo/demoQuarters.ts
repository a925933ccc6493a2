import { accountsDueAt } from "@one-small-town/core/projects/plans/compareWithPlan.ts";
import { yearQuarterAt, yearQuarterStart } from "@one-small-town/core/projects/plans/yearQuarters.ts";
import { ACCOUNTS_DUE_DAYS } from "./planFigures.ts";

/** The quarters of a year from one moment on (seconds) whose accounts were due before another. */
export function quartersDue(from: number, now: number): number[] {
  const first = yearQuarterAt(from);
  const all = Array.from({ length: yearQuarterAt(now) - first }, (_, i) => first + i);
  return all.filter((quarter) => accountsDueAt(quarter, ACCOUNTS_DUE_DAYS) <= now);
}

/** The second after a quarter. */
export function endOf(yearQuarter: number): number {
  return yearQuarterStart(yearQuarter + 1);
}
