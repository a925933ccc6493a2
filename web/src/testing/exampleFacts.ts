import type { Accountability, DatedDeposit, KeyHolder } from "../chain/projects/accountability/Accountability.ts";
import type { Offering } from "../chain/shares/offeringQuery.ts";

const wallet = "0x00000000000000000000000000000000000000a1";
const key: KeyHolder = { wallet, since: 1_700_000_000, isContract: true };

/** For tests: a business of which nothing bad can be said, on 1 June 2027. */
export const goodFacts: Accountability = {
  block: 12n,
  now: Date.UTC(2027, 5, 1) / 1000,
  stage: "operating",
  plan: { hash: "0x01", uri: "https://example.org/plan" },
  pack: { hash: "0x02", uri: "https://example.org/pack" },
  atWork: { from: Date.UTC(2027, 0, 20) / 1000, until: null },
  deposits: [],
  sale: null,
  deed: { deed: { investors: 3_333, members: 3_333, fund: 3_334, country: 0 }, isSealed: true, change: null },
  keys: {
    townAmbassador: key,
    countryAmbassador: key,
    headOffice: { ...key, wallet: "0x00000000000000000000000000000000000000b2" },
    manager: { ...key, isContract: false },
    payout: key,
  },
};

export const exampleDeposit: DatedDeposit = {
  period: "2027-Q1",
  investors: 0n,
  members: 1_000_000n,
  fund: 2_000_000n,
  country: 0n,
  weeks: 4,
  accounts: { hash: "0x03", uri: "https://example.org/accounts" },
  blockNumber: 10n,
  at: Date.UTC(2027, 3, 10) / 1000,
  by: wallet,
  isByBusiness: true,
};

/** For tests: a sale of 100 shares of 10 dollars, settled, paid out in two parts. */
export const exampleOffering: Offering = {
  id: 1n,
  business: (1n << 32n) | 1n,
  token: wallet,
  currency: wallet,
  price: 10_000_000n,
  name: "Willowmere Bakery",
  symbol: "BAKERY",
  phase: "settled",
  goal: 100,
  cap: 200,
  sold: 100,
  limitLocal: 20,
  limitLater: 40,
  opens: 1,
  localEnds: 2,
  countryEnds: 0,
  worldEnds: 0,
  scope: "local",
  deed: goodFacts.deed.deed,
  plan: "0x01",
  pack: "0x02",
  tranches: [4_000, 6_000],
  nextTranche: 0,
  released: 0n,
  windUpFrom: 0,
};
