const firstMonday = 4 * 86_400;
const weekLength = 7 * 86_400;

/** The week of a moment: whole weeks since Monday 5 January 1970 00:00 UTC. `timestamp` is Unix time in seconds. */
export function weekIndexOf(timestamp: number): number {
  return Math.floor((timestamp - firstMonday) / weekLength);
}
