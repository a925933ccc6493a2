/**
 * The quarter of a year of a moment, in UTC: whole quarters since the year 0, so that the next one is one more.
 * `timestamp` is Unix time in seconds. Not to be confused with `quarters`, which are quarter hours.
 */
export function yearQuarterAt(timestamp: number): number {
  const moment = new Date(timestamp * 1000);
  return moment.getUTCFullYear() * 4 + Math.floor(moment.getUTCMonth() / 3);
}

/** The first second of a quarter of a year, in Unix time; the quarter before ends with it. */
export function yearQuarterStart(yearQuarter: number): number {
  return Date.UTC(Math.floor(yearQuarter / 4), (yearQuarter % 4) * 3) / 1000;
}

/** How plans and deposits name a quarter of a year: "2027-Q1". */
export function nameYearQuarter(yearQuarter: number): string {
  return `${Math.floor(yearQuarter / 4)}-Q${(yearQuarter % 4) + 1}`;
}

/** The quarter of a year that a text names, such as "2027-Q1"; undefined when it names none, or more than one. */
export function readYearQuarter(text: string): number | undefined {
  const named = new Set([...text.matchAll(/(?<![\p{L}\p{N}])(2\d{3})-Q([1-4])(?![\p{L}\p{N}])/gu)].map(indexOf));
  return named.size === 1 ? [...named][0] : undefined;
}

function indexOf([, year, quarter]: RegExpMatchArray): number {
  return Number(year) * 4 + Number(quarter) - 1;
}
