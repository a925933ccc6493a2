import { describe, expect, it } from "vitest";
import type { Accountability } from "../../../chain/projects/accountability/Accountability.ts";
import type { Offering } from "../../../chain/shares/offeringQuery.ts";
import type { AccountsState } from "@one-small-town/core/projects/plans/compareWithPlan.ts";
import { exampleDeposit, exampleOffering, goodFacts } from "../../../testing/exampleFacts.ts";
import { risksOf } from "./risksOf.ts";

const risks = (change: Partial<Accountability>) => risksOf({ ...goodFacts, ...change }, []);
const holder = (shares: number) =>
  ({ wallet: "0x00000000000000000000000000000000000000a1", shares, tier: "local" }) as const;
const ofSale = (change: Partial<Offering>, largest = 1) =>
  risks({ sale: { offering: { ...exampleOffering, ...change }, holders: [holder(largest), holder(1)], releases: [] } });
const ofKey = (change: Partial<Accountability["keys"]>) => risks({ keys: { ...goodFacts.keys, ...change } });
const row = (yearQuarter: number, accounts: AccountsState) => ({
  yearQuarter,
  accounts,
  forecast: null,
  paidIn: 0n,
  dueAt: 0,
});

describe("risksOf", () => {
  it("finds nothing where nothing is", () => {
    expect(risks({})).toEqual([]);
    expect(ofSale({})).toEqual([]);
  });

  it("names the quarters whose accounts are overdue, and those alone", () => {
    const rows = [row(1, "onTime"), row(2, "overdue"), row(3, "late"), row(4, "overdue"), row(5, "toCome")];
    expect(risksOf(goodFacts, rows)).toEqual([{ is: "overdue", quarters: [2, 4] }]);
  });

  it("names a missing plan, and a missing pack of a business that sold shares", () => {
    expect(risks({ plan: null })).toEqual([{ is: "noPlan" }]);
    expect(risks({ pack: null })).toEqual([]);
    const sale = { offering: exampleOffering, holders: [], releases: [] };
    expect(risks({ pack: null, sale })).toEqual([{ is: "noPack" }]);
  });

  it("counts accounts that stand nowhere", () => {
    const nowhere = { ...exampleDeposit, accounts: { hash: "0x03", uri: "" } } as const;
    expect(risks({ deposits: [exampleDeposit, nowhere] })).toEqual([{ is: "noAccounts", deposits: 1 }]);
  });

  it("names a holder above 15 per cent, and none at exactly 15", () => {
    expect(ofSale({}, 15)).toEqual([]);
    expect(ofSale({}, 16)).toEqual([{ is: "holder", shares: 16, all: 100 }]);
    expect(ofSale({ sold: 0 }, 0)).toEqual([]);
  });

  it("says how many shares are unsold, while they are on sale", () => {
    expect(ofSale({ phase: "local", sold: 99 })).toEqual([{ is: "unsold", shares: 1 }]);
    expect(ofSale({ phase: "local" })).toEqual([]);
    expect(ofSale({ phase: "settled", sold: 99 })).toEqual([]);
  });

  it("says that a sale failed, that it is wound up, and that the business is closed", () => {
    expect(ofSale({ phase: "failed" }, 50)).toEqual([{ is: "failed" }]);
    expect(ofSale({ windUpFrom: 7 })).toEqual([{ is: "windingUp", from: 7 }]);
    expect(risks({ stage: "closed" })).toEqual([{ is: "closed" }]);
  });

  it("names keys that are plain wallets, but not the manager's, who moves no money alone", () => {
    const plain = { wallet: goodFacts.keys.manager!.wallet, since: null, isContract: false };
    expect(ofKey({ manager: plain })).toEqual([]);
    expect(ofKey({ headOffice: plain, payout: plain })).toEqual([{ is: "plainKeys", names: ["headOffice", "payout"] }]);
  });

  it("names keys that nobody holds", () => {
    expect(ofKey({ countryAmbassador: null })).toEqual([{ is: "noKey", names: ["countryAmbassador"] }]);
  });

  it("says that the deed may change", () => {
    const change = { deed: goodFacts.deed.deed, inForceFrom: 0 };
    expect(risks({ deed: { ...goodFacts.deed, change } })).toEqual([{ is: "deed" }]);
  });
});
