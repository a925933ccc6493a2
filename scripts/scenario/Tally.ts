/** What is checked, and every difference with both values. */
export type Tally = {
  passed: number;
  differences: { what: string; expected: string; actual: string }[];
};
