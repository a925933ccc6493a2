import { INFINITY_PER_SHIFT } from "../rules/Contributions.ts";
import { isActive, shiftsOf } from "./timesheet.ts";

/** A finalised timesheet: a byte a member, and units of the town's currency for each who was active. */
type PaidSheet = { quarters: Uint8Array; cashPerActive: bigint };

/** A member whom a claim would pay: over how many timesheets it walks, units of 1e-18, and of the town's currency. */
export type Unpaid = { number: number; timesheets: number; infinity: bigint; cash: bigint };

/**
 * Whom a claim of everything would pay something, in the order of their numbers.
 * @param claimedUpTo for member number *i + 1*: the timesheets below this index are paid.
 * @param sheets all finalised ones in the order of their indices, from index `first` on.
 */
export function unpaidIn(
  claimedUpTo: readonly number[],
  { first, sheets }: { first: number; sheets: readonly PaidSheet[] },
): Unpaid[] {
  return claimedUpTo.flatMap((from, i) => {
    const due = sheets.slice(Math.max(0, from - first));
    const worked = due.filter(({ quarters }) => isActive(quarters[i] ?? 0));
    if (worked.length === 0) return [];
    const shifts = worked.reduce((sum, { quarters }) => sum + shiftsOf(quarters[i] ?? 0), 0);
    const cash = worked.reduce((sum, { cashPerActive }) => sum + cashPerActive, 0n);
    return [{ number: i + 1, timesheets: due.length, infinity: BigInt(shifts) * INFINITY_PER_SHIFT, cash }];
  });
}
