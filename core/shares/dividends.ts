import { isBefore, type Position } from "../position.ts";

/** A dividend that came in, as its event tells it; money in units of the currency. */
export type DividendDeposit = Position & {
  amount: bigint;
  /** What one share had been credited in all, this deposit included. */
  perShare: bigint;
  /** What did not divide by the shares, and waits for the next deposit. */
  remainder: bigint;
};

/** Shares that came to a holder, or went (below zero). */
export type Movement = Position & { change: bigint };

/** What one deposit credited a holder, with every number of the working. */
export type DividendCredit = {
  blockNumber: bigint;
  amount: bigint;
  /** What the deposit before could not divide. */
  carried: bigint;
  /** What this deposit gave each share. */
  each: bigint;
  /** The holder's shares at that time. */
  held: bigint;
  credit: bigint;
};

/**
 * What each deposit credited a holder, in the order of the chain: what it gave each share times the shares the holder
 * had then. Deposits at which the holder had none are left out. The sum is what the token has ever credited them.
 */
export function creditsOf(deposits: readonly DividendDeposit[], movements: readonly Movement[]): DividendCredit[] {
  return deposits
    .map((deposit, i) => {
      const before = deposits[i - 1];
      const each = deposit.perShare - (before?.perShare ?? 0n);
      const held = sharesBefore(deposit, movements);
      const { blockNumber, amount } = deposit;
      return { blockNumber, amount, carried: before?.remainder ?? 0n, each, held, credit: each * held };
    })
    .filter(({ held }) => held > 0n);
}

function sharesBefore(position: Position, movements: readonly Movement[]): bigint {
  return movements.filter((movement) => isBefore(movement, position)).reduce((sum, { change }) => sum + change, 0n);
}
