/** All quarters of an hour in a timesheet. */
export function totalQuarters(quarters: Uint8Array): number {
  return quarters.reduce((sum, quarter) => sum + quarter, 0);
}
