/** What is checked, and every difference with both values. */
export type Tally = {
  passed: number;
  differences: { what: string; expected: string; actual: string }[];
};

/** Compares one expected value with what the chain says. */
export function check(tally: Tally, what: string, expected: unknown, actual: unknown): void {
  if (String(expected) === String(actual)) tally.passed++;
  else tally.differences.push({ what, expected: String(expected), actual: String(actual) });
}
