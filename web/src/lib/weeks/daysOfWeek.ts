import { weekStart } from "./weekStart.ts";

/** The seven days of a week, Monday first, as ISO dates. */
export function daysOfWeek(weekIndex: number): string[] {
  const start = weekStart(weekIndex);

  return Array.from({ length: 7 }, (_, day) => new Date((start + day * 86_400) * 1000).toISOString().slice(0, 10));
}
