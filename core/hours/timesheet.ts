/** Whether a member's week counts for every reward: at least 12 quarters ("3 hours of time per week, or more"). */
export function isActive(quarters: number): boolean {
  return quarters >= 12;
}

/** A member's shifts of a week: 12 quarters (3 hours) each, rounded down. One shift earns 1 INFINITY. */
export function shiftsOf(quarters: number): number {
  return Math.floor(quarters / 12);
}

/** All quarters of an hour in a timesheet. */
export function totalQuarters(quarters: Uint8Array): number {
  return quarters.reduce((sum, quarter) => sum + quarter, 0);
}

/** A timesheet as the hexadecimal bytes a transaction carries. */
export function quartersToHex(quarters: Uint8Array): `0x${string}` {
  return `0x${Array.from(quarters, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** Units of INFINITY, with its 18 decimals, for each shift of three hours. */
export const infinityPerShift = 10n ** 18n;
