/** The quarter of a year that a text names, such as "2027-Q1"; undefined when it names none, or more than one. */
export function readYearQuarter(text: string): number | undefined {
  const named = new Set([...text.matchAll(/(?<![\p{L}\p{N}])(2\d{3})-Q([1-4])(?![\p{L}\p{N}])/gu)].map(indexOf));
  return named.size === 1 ? [...named][0] : undefined;
}

function indexOf([, year, quarter]: RegExpMatchArray): number {
  return Number(year) * 4 + Number(quarter) - 1;
}
