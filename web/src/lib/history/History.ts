import type { Totals } from "./Totals.ts";

/** What happened in a town in a calendar month of UTC. */
export type Month = {
  /** Such as "2027-03". */
  month: string;
  /** Members who were given a number. */
  joined: number;
  shifts: bigint;
  /** Profit that businesses paid in, and cash that members were paid, in units of the currency. */
  profit: bigint;
  paid: bigint;
  /** Bought, less given back. */
  shares: bigint;
};

/** What an indexer says of a town, and up to which block it has read. */
export type History = { block: { number: bigint; timestamp: number }; totals: Totals; months: readonly Month[] };
