const QUARTER = 13;
const HALF_YEAR = 26;

/**
 * Weeks as they lie in the calendar, up to the newest: 13 places, or 26 when there are more. Null is a week that is
 * not there.
 */
export function calendarOf<week extends { weekIndex: number }>(weeks: readonly week[]): (week | null)[] {
  const byIndex = new Map(weeks.map((week) => [week.weekIndex, week]));
  const newest = Math.max(...byIndex.keys());
  if (byIndex.size === 0) return [];
  const oldest = Math.min(...byIndex.keys());
  const places = newest - oldest < QUARTER ? QUARTER : HALF_YEAR;
  return Array.from({ length: places }, (_, i) => byIndex.get(newest - places + 1 + i) ?? null);
}
