import { zeroHash } from "viem";
import type { Offering } from "../chain/shares/offeringQuery.ts";

const DAY = 86_400;
const OPENS = 1_767_225_600;

/** For tests: a sale of 200 to 400 shares in its local phase, 14 days a phase. */
export const anOffering: Offering = {
  id: 1n,
  business: (1n << 32n) | 1n,
  token: "0x0000000000000000000000000000000000000111",
  currency: "0x0000000000000000000000000000000000000222",
  price: 10_000_000n,
  name: "Willowmere Bakery",
  symbol: "BAKERY",
  phase: "local",
  goal: 200,
  cap: 400,
  sold: 100,
  limitLocal: 20,
  limitLater: 30,
  opens: OPENS,
  localEnds: OPENS + 14 * DAY,
  countryEnds: OPENS + 28 * DAY,
  worldEnds: OPENS + 42 * DAY,
  scope: "none",
  deed: { investors: 3_333, members: 3_333, fund: 3_334, country: 0 },
  plan: `0x${"1".repeat(64)}`,
  pack: zeroHash,
  tranches: [4_000, 6_000],
  nextTranche: 0,
  released: 0n,
  windUpFrom: 0,
};
