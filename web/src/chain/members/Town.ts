import type { Address } from "viem";

/** The currency of a town: all its money is in it. */
export type Currency = { address: Address; symbol: string; decimals: number };

export type Town = {
  id: number;
  name: string;
  /** ISO 3166-1 numeric. */
  country: number;
  currency: Currency;
};
