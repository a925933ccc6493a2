import type { Hex } from "viem";
import type { Deed } from "../../profit/Deed.ts";

/** The terms of a sale; times in seconds, 0 for a phase that is absent; tranches in basis points. */
export type Terms = {
  business: bigint;
  price: bigint;
  goal: number;
  cap: number;
  limitLocal: number;
  limitLater: number;
  opens: number;
  localEnds: number;
  countryEnds: number;
  worldEnds: number;
  tranches: readonly number[];
  plan: Hex;
  pack: Hex;
  deed: Deed;
  name: string;
  symbol: string;
};
