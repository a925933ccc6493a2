import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { describe, expect, it } from "vitest";
import { i18n } from "../content/i18n.ts";
import { type Claim, claimAmounts, claimSteps } from "./claimSteps.ts";

const dollar = { address: "0x00000000000000000000000000000000000000d1", symbol: "TUSD", decimals: 6 } as const;
const rand = { address: "0x00000000000000000000000000000000000000d2", symbol: "TZAR", decimals: 2 } as const;
const town = { id: 1, name: "Willowmere", country: 710, currency: dollar };
const holder = "0x00000000000000000000000000000000000000a1";
const contributions = "0x00000000000000000000000000000000000000c1";
const deployment = { addresses: { Contributions: contributions } } as unknown as Deployment;

const bakery = { offering: 1n, business: 1n, name: "Bakery", symbol: "BAKERY", price: 1n, currency: dollar } as const;
const mill = { offering: 2n, business: 2n, name: "Mill", symbol: "MILL", price: 1n, currency: rand } as const;
const everything: Claim = {
  town,
  number: 11,
  upTo: 13,
  infinity: 11n * 10n ** 18n,
  cash: 18_366_280n,
  kept: 5_000_000n,
  dividends: [
    { token: { ...bakery, address: "0x00000000000000000000000000000000000000b1" }, amount: 20_644_020n },
    { token: { ...mill, address: "0x00000000000000000000000000000000000000b2" }, amount: 750n },
  ],
};
const nothing: Claim = { ...everything, infinity: 0n, cash: 0n, kept: 0n, dividends: [] };

describe("claimSteps", () => {
  it("claims all weeks first, then each business's dividends, and kept cash last", () => {
    const steps = claimSteps(deployment, holder, everything);

    expect(steps.map(({ label }) => i18n._(label))).toEqual([
      "Claim your weeks: 11 INFINITY and 18.36628 TUSD",
      "Claim 20.64402 TUSD of dividends from Bakery",
      "Claim 7.50 TZAR of dividends from Mill",
      "Claim 5.00 TUSD that was kept for you",
    ]);
    expect(steps[0]?.step).toMatchObject({ address: contributions, functionName: "claim", args: [1, [11], 13] });
    expect(steps[1]?.step.args).toEqual([holder]);
    expect(steps[3]?.step).toMatchObject({ functionName: "claimKept", args: [1, 11] });
  });

  it("leaves out what is paid already", () => {
    const paid = { ...everything, infinity: 0n, cash: 0n, kept: 0n };

    expect(claimSteps(deployment, holder, paid)).toHaveLength(2);
    expect(claimSteps(deployment, holder, nothing)).toEqual([]);
  });

  it("asks for no prompt for weeks that earned nothing", () => {
    expect(claimSteps(deployment, holder, { ...nothing, upTo: 14 })).toEqual([]);
  });
});

describe("claimAmounts", () => {
  it("adds up what comes in the same currency", () => {
    expect(claimAmounts(everything)).toEqual(["11 INFINITY", "44.0103 TUSD", "7.50 TZAR"]);
  });

  it("is empty for nothing", () => {
    expect(claimAmounts(nothing)).toEqual([]);
  });
});
