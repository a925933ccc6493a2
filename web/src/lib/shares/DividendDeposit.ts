/** Where in the chain's order something happened. */
export type Place = { blockNumber: bigint; logIndex: number };

/** A dividend that came in, as its event tells it; money in units of the currency. */
export type DividendDeposit = Place & {
  amount: bigint;
  /** What one share had been credited in all, this deposit included. */
  perShare: bigint;
  /** What did not divide by the shares, and waits for the next deposit. */
  remainder: bigint;
};
