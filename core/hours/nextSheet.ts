import { INFINITY_PER_SHIFT } from "../rules/Contributions.ts";
import { isJump } from "./jump.ts";

/** What a town has for its next timesheet: units left over by past ones, and what its streams add. */
type Means = { carry: bigint; running: bigint };

/** What a timesheet will bring once it is finalised, if no more money comes in for it. */
export type Brings = {
  /** Units of 1e-18 that are minted. */
  infinity: bigint;
  /** Units of the town's currency: all that is there, what each active member gets of it, rounded down, and what is left. */
  available: bigint;
  each: bigint;
  left: bigint;
};

/** Works out what the next timesheet brings, as the contract will do when it is finalised. */
export function bringsOf({ active, shifts }: { active: number; shifts: number }, { carry, running }: Means): Brings {
  const available = carry + running;
  const each = active === 0 ? 0n : available / BigInt(active);
  return {
    infinity: BigInt(shifts) * INFINITY_PER_SHIFT,
    available,
    each,
    left: available - each * BigInt(active),
  };
}

/** Why a timesheet is reviewed for longer than most. */
export type LongReview = {
  /** More members are active than a town with so many electors can explain. */
  isJump: boolean;
  /** Earlier open weeks that it passes over: finalised, it closes them for ever. */
  passedOver: readonly number[];
};

/** Why a timesheet of a week would be reviewed for longer, if it were submitted now. */
export function longReviewOf(
  { weekIndex, active }: { weekIndex: number; active: number },
  { electors, openWeeks }: { electors: number; openWeeks: readonly number[] },
): LongReview {
  return { isJump: isJump(active, electors), passedOver: openWeeks.filter((week) => week < weekIndex) };
}
