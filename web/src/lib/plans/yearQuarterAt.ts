/**
 * The quarter of a year of a moment, in UTC: whole quarters since the year 0, so that the next one is one more.
 * `timestamp` is Unix time in seconds. Not to be confused with `quarters`, which are quarter hours.
 */
export function yearQuarterAt(timestamp: number): number {
  const moment = new Date(timestamp * 1000);
  return moment.getUTCFullYear() * 4 + Math.floor(moment.getUTCMonth() / 3);
}
