import { type Hex, hexToBytes } from "viem";
import { isActive } from "../hours/isActive.ts";
import { shiftsOf } from "../hours/shiftsOf.ts";

/** Active members and shifts, counted from the code that holds a timesheet: one zero byte, then a byte a member. */
export function countTimesheet(code: Hex): { active: bigint; shifts: bigint } {
  let active = 0;
  let shifts = 0;
  for (const quarters of hexToBytes(code).subarray(1)) {
    if (isActive(quarters)) active++;
    shifts += shiftsOf(quarters);
  }
  return { active: BigInt(active), shifts: BigInt(shifts) };
}
