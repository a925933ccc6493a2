import type { Hex } from "viem";
import type { Deed } from "../profit/Deed.ts";
import { WHOLE } from "../rules/Deeds.ts";

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

type Lengths = { opens: number; localLasts: number; countryLasts: number; worldLasts: number };

/** When the phases of a sale end, in seconds, from when it opens and how long they last; 0 for one that is absent. */
export function endsOf({ opens, localLasts, countryLasts, worldLasts }: Lengths) {
  const localEnds = opens + localLasts;
  const countryEnds = countryLasts === 0 ? 0 : localEnds + countryLasts;
  const worldEnds = worldLasts === 0 ? 0 : (countryEnds || localEnds) + worldLasts;
  return { localEnds, countryEnds, worldEnds };
}

/** What each part of a sale's money is; `tranches` in basis points, and the last takes the rest. */
export function trancheAmounts(raised: bigint, tranches: readonly number[]): bigint[] {
  const amounts = tranches.slice(0, -1).map((basisPoints) => (raised * BigInt(basisPoints)) / BigInt(WHOLE));
  return [...amounts, raised - amounts.reduce((sum, amount) => sum + amount, 0n)];
}
