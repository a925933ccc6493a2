import { zeroAddress } from "viem";
import { describe, expect, it } from "vitest";
import { i18n } from "../../content/i18n.ts";
import type { Happening } from "@one-small-town/core/activity/Activity.ts";
import { type Names, sentenceOf } from "./sentenceOf.ts";

const dollar = { address: "0x00000000000000000000000000000000000000d1", symbol: "TUSD", decimals: 6 } as const;
const token = "0x00000000000000000000000000000000000000b1";
const other = "0x1234000000000000000000000000000000005678";
const names: Names = {
  tokens: [
    {
      offering: 1n,
      business: 1n,
      address: token,
      name: "Bakery",
      symbol: "BAKERY",
      price: 10_000_000n,
      currency: dollar,
    },
  ],
  towns: [{ id: 1, name: "Willowmere", country: 710, currency: dollar }],
};
const said = (happening: Happening) => {
  const words = sentenceOf(happening, names);
  return words && i18n._(words);
};

describe("sentenceOf", () => {
  it.each<[Happening, string]>([
    [{ kind: "bought", offering: 1n, shares: 3n }, "You bought 3 shares of Bakery for 30.00 TUSD."],
    [{ kind: "cancelled", offering: 1n, shares: 1n }, "You gave back 1 share of Bakery and got 10.00 TUSD back."],
    [
      { kind: "refunded", offering: 1n, shares: 2n, amount: 20_000_000n },
      "The sale of Bakery failed. You got 20.00 TUSD back for 2 shares.",
    ],
    [
      { kind: "refundKept", offering: 1n, amount: 20_000_000n },
      "The currency refused your refund of 20.00 TUSD for Bakery. It is kept for you.",
    ],
    [
      { kind: "keptRefundPaid", offering: 1n, amount: 20_000_000n },
      "You got the refund of 20.00 TUSD that was kept for you (Bakery).",
    ],
    [{ kind: "dividend", token, amount: 500_000n }, "You were paid 0.50 TUSD of dividends from Bakery."],
    [
      { kind: "claimed", town: 1, infinity: 2n * 10n ** 18n, cash: 4_000_000n },
      "You were paid 2 INFINITY and 4.00 TUSD for your hours in Willowmere.",
    ],
    [
      { kind: "claimed", town: 1, infinity: 0n, cash: 0n },
      "Your weeks in Willowmere were settled. They held nothing to pay.",
    ],
    [
      { kind: "cashKept", town: 1, amount: 4_000_000n },
      "The currency refused 4.00 TUSD for your hours in Willowmere. It is kept for you.",
    ],
    [
      { kind: "keptCashPaid", town: 1, amount: 4_000_000n },
      "You were paid 4.00 TUSD that was kept for you in Willowmere.",
    ],
    [{ kind: "infinityIn", other, amount: 10n ** 18n }, "You received 1 INFINITY from 0x1234…5678."],
    [{ kind: "infinityOut", other, amount: 10n ** 18n }, "You sent 1 INFINITY to 0x1234…5678."],
    [{ kind: "infinityOut", other: zeroAddress, amount: 10n ** 18n }, "You destroyed 1 INFINITY for good."],
    [{ kind: "sharesIn", token, other, shares: 1n }, "You received 1 share of Bakery from 0x1234…5678."],
    [{ kind: "sharesOut", token, other, shares: 2n }, "You sent 2 shares of Bakery to 0x1234…5678."],
  ])("says what happened: $1", (happening, sentence) => {
    expect(said(happening)).toBe(sentence);
  });

  it("says nothing of what it cannot name", () => {
    expect(said({ kind: "bought", offering: 9n, shares: 1n })).toBeNull();
    expect(said({ kind: "claimed", town: 9, infinity: 1n, cash: 1n })).toBeNull();
  });
});
