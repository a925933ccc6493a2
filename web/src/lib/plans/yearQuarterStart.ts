/** The first second of a quarter of a year, in Unix time; the quarter before ends with it. */
export function yearQuarterStart(yearQuarter: number): number {
  return Date.UTC(Math.floor(yearQuarter / 4), (yearQuarter % 4) * 3) / 1000;
}
