import type { HoldingNow, HoldingPast } from "../chain/shares/Holding.ts";

/** For tests: 8 of 256 shares of a bakery, bought at 10.00 each, two dividends, the first claimed. */
export const exampleHolding: HoldingNow = {
  token: {
    offering: 1n,
    business: (1n << 32n) | 4n,
    address: "0x00000000000000000000000000000000000000b1",
    name: "Willowmere Bakery",
    symbol: "BAKERY",
    price: 10_000_000n,
    currency: { address: "0x00000000000000000000000000000000000000d1", symbol: "TUSD", decimals: 6 },
  },
  holder: "0x00000000000000000000000000000000000000A1",
  phase: "settled",
  ends: null,
  scope: "local",
  supply: 256n,
  perShare: 2_736_175n,
  held: 8n,
  claimable: 11_010_144n,
  isPledged: false,
  kept: 0n,
};

/** What that person had of it. */
export const examplePast: HoldingPast = {
  bought: 8n,
  claimed: 10_879_256n,
  credits: [
    { blockNumber: 100n, amount: 348_136_275n, carried: 0n, each: 1_359_907n, held: 8n, credit: 10_879_256n },
    { blockNumber: 110n, amount: 352_324_647n, carried: 83n, each: 1_376_268n, held: 8n, credit: 11_010_144n },
  ],
  cameAlong: 0n,
  wentAlong: 0n,
  refunded: 0n,
};
