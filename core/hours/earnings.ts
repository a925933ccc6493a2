import { INFINITY_PER_SHIFT } from "../rules/Contributions.ts";
import { SHIFT } from "../rules/Timesheet.ts";
import { isActive, shiftsOf } from "./timesheet.ts";

/** A finalised week of a town. */
export type WeekFigures = {
  index: number;
  weekIndex: number;
  active: number;
  cashPerActive: bigint;
};

/** What one member's week earned, with every number of the working. */
export type Earnings = {
  index: number;
  weekIndex: number;
  quarters: number;
  isActive: boolean;
  shifts: number;
  /** Quarters beyond the last whole shift: they earn no INFINITY. */
  restQuarters: number;
  /** Units of 1e-18. */
  infinity: bigint;
  cash: bigint;
  /** All the money that was shared out among the active members that week, to each the same. */
  shared: bigint;
  active: number;
  cashPerActive: bigint;
};

/** Works out a member's week from their byte of the timesheet, as the contract does. */
export function earningsOf({ index, weekIndex, active, cashPerActive }: WeekFigures, quarters: number): Earnings {
  const shifts = shiftsOf(quarters);
  return {
    index,
    weekIndex,
    quarters,
    isActive: isActive(quarters),
    shifts,
    restQuarters: quarters % SHIFT,
    infinity: BigInt(shifts) * INFINITY_PER_SHIFT,
    cash: isActive(quarters) ? cashPerActive : 0n,
    shared: cashPerActive * BigInt(active),
    active,
    cashPerActive,
  };
}

/** What several weeks earned together: what a claim of exactly these pays. */
export function sumEarnings(weeks: readonly Earnings[]): { infinity: bigint; cash: bigint } {
  return {
    infinity: weeks.reduce((sum, { infinity }) => sum + infinity, 0n),
    cash: weeks.reduce((sum, { cash }) => sum + cash, 0n),
  };
}
