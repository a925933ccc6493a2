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
 * What each deposit credited a holder, in the order of the chain, in which both lists are: what it gave each share times
 * the shares the holder had then. Deposits at which the holder had none are left out. The sum is what the token has ever
 * credited them.
 */
export function creditsOf(deposits: readonly DividendDeposit[], movements: readonly Movement[]): DividendCredit[] {
  const credits: DividendCredit[] = [];
  let [seen, held, counted, carried] = [0, 0n, 0n, 0n];
  for (const deposit of deposits) {
    for (let next = movements[seen]; next && isBefore(next, deposit); next = movements[++seen]) held += next.change;
    const { blockNumber, amount, perShare, remainder } = deposit;
    const each = perShare - counted;
    if (held > 0n) credits.push({ blockNumber, amount, carried, each, held, credit: each * held });
    [counted, carried] = [perShare, remainder];
  }
  return credits;
}
