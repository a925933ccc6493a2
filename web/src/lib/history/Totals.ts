import type { Address } from "viem";

/** What a town's history must sum to at one block. Two sides that name the same figures agree in all of them or differ. */
export type Totals = {
  /** Units of INFINITY that there are. */
  infinity: bigint;
  /** Member numbers given. */
  members: number;
  /** Timesheets finalised. */
  timesheets: number;
  /** Units of the currency in the town's own fund. */
  fund: bigint;
  /** Shares of each business of the town, by its token in small letters. */
  shares: ReadonlyMap<Address, bigint>;
};
