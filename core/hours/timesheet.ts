import { SHIFT } from "../rules/Timesheet.ts";

/** Decimals of INFINITY. */
export const INFINITY_DECIMALS = 18;

/** Timesheets count quarters of an hour. */
export const QUARTERS_PER_HOUR = 4;

/** Nobody works more in a day, and so in one row of a timesheet. */
export const MOST_QUARTERS_A_DAY = 24 * QUARTERS_PER_HOUR;

/** Whether a member's week counts for every reward: at least one shift ("3 hours of time per week, or more"). */
export function isActive(quarters: number): boolean {
  return quarters >= SHIFT;
}

/** A member's whole shifts of a week; what is left over earns nothing. */
export function shiftsOf(quarters: number): number {
  return Math.floor(quarters / SHIFT);
}

/** Quarters as hours with a point: 11 are 2.75. */
export function decimalHours(quarters: number): string {
  return String(quarters / QUARTERS_PER_HOUR);
}

/** All quarters of an hour in a timesheet. */
export function totalQuarters(quarters: Uint8Array): number {
  return quarters.reduce((sum, quarter) => sum + quarter, 0);
}

/** A timesheet as the hexadecimal bytes a transaction carries. */
export function quartersToHex(quarters: Uint8Array): `0x${string}` {
  return `0x${Array.from(quarters, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
