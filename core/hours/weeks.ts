import { FIRST_MONDAY, LENGTH } from "../rules/Weeks.ts";

const DAY = 86_400;

/** The week of a moment: whole weeks since Monday 5 January 1970 00:00 UTC. `timestamp` is Unix time in seconds. */
export function weekIndexOf(timestamp: number): number {
  return Math.floor((timestamp - FIRST_MONDAY) / LENGTH);
}

/** Monday 00:00 UTC of a week, in seconds of Unix time. The week ends, exclusively, where the next one starts. */
export function weekStart(weekIndex: number): number {
  return FIRST_MONDAY + weekIndex * LENGTH;
}

/** The first second after a week, in Unix time: from it on, its timesheet can be submitted. */
export function weekEnd(weekIndex: number): number {
  return weekStart(weekIndex + 1);
}

/** The days of a week, Monday first, as ISO dates. */
export function daysOfWeek(weekIndex: number): string[] {
  const start = weekStart(weekIndex);

  return Array.from({ length: LENGTH / DAY }, (_, i) => new Date((start + i * DAY) * 1000).toISOString().slice(0, 10));
}

const QUARTER = 13;
const HALF_YEAR = 26;

/**
 * Weeks as they lie in the calendar, up to the newest: 13 of them, or 26 when there are more. Null is a week that is
 * not there.
 */
export function calendarOf<week extends { weekIndex: number }>(weeks: readonly week[]): (week | null)[] {
  const byIndex = new Map(weeks.map((week) => [week.weekIndex, week]));
  const newest = Math.max(...byIndex.keys());
  if (byIndex.size === 0) return [];
  const oldest = Math.min(...byIndex.keys());
  const length = newest - oldest < QUARTER ? QUARTER : HALF_YEAR;
  return Array.from({ length }, (_, i) => byIndex.get(newest - length + 1 + i) ?? null);
}
