import { describe, expect, it } from "vitest";
import { sumByCurrency } from "./sumByCurrency.ts";

const usd = { address: "0xaa", symbol: "USD" };
const eur = { address: "0xbb", symbol: "EUR" };

describe("sumByCurrency", () => {
  it("keeps currencies apart and adds up each name within one", () => {
    const entries = [
      { currency: usd, amounts: { worth: 80n, ready: 3n } },
      { currency: eur, amounts: { worth: 5n, ready: 0n } },
      { currency: { ...usd }, amounts: { worth: 2n ** 100n, ready: 4n } },
    ];

    expect(sumByCurrency(entries)).toEqual([
      { currency: usd, amounts: { worth: 2n ** 100n + 80n, ready: 7n } },
      { currency: eur, amounts: { worth: 5n, ready: 0n } },
    ]);
  });

  it("has nothing for nothing", () => {
    expect(sumByCurrency([])).toEqual([]);
  });
});
