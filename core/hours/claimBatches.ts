import { inBatches } from "../inBatches.ts";

const MOST_MEMBERS = 200;

/** One transaction may be given 16,777,216 gas (EIP-7825), and wallets give a fifth more than what was estimated. */
const GAS = 13_900_000;

/** Gas of a claim when none has claimed yet: measured, and rounded up. */
const [PER_TIMESHEET, PER_MEMBER, PER_MEMBER_AND_TIMESHEET] = [5_000, 60_000, 1_000];

/**
 * Member numbers in batches of which each fits into one transaction.
 * @param timesheets how many finalised ones the claim walks over for each member, at most.
 */
export function claimBatches(numbers: readonly number[], timesheets: number): number[][] {
  const fitting = (GAS - PER_TIMESHEET * timesheets) / (PER_MEMBER + PER_MEMBER_AND_TIMESHEET * timesheets);
  return inBatches(numbers, Math.max(1, Math.min(MOST_MEMBERS, Math.floor(fitting))));
}
