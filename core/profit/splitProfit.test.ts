import { describe, expect, it } from "vitest";
import { deedPresets } from "./Deed.ts";
import { splitProfit, spread } from "./splitProfit.ts";

describe("splitProfit", () => {
  it("rounds investors, members and country down, and gives the fund the rest", () => {
    expect(splitProfit(10_001n, deedPresets.thirds)).toEqual({
      investors: 3_333n,
      members: 3_333n,
      fund: 3_335n,
      country: 0n,
    });
    expect(splitProfit(19n, { investors: 1_500, members: 4_500, fund: 3_000, country: 1_000 })).toEqual({
      investors: 2n,
      members: 8n,
      fund: 8n,
      country: 1n,
    });
  });

  it("gives the fund what is too small to divide", () => {
    expect(splitProfit(1n, deedPresets.sixtyForty)).toEqual({ investors: 0n, members: 0n, fund: 1n, country: 0n });
  });

  it("loses nothing of any amount", () => {
    for (let amount = 1n; amount < 2n ** 100n; amount = amount * 7n + 3n) {
      const { investors, members, fund, country } = splitProfit(amount, deedPresets.ninetyTen);

      expect(investors + members + fund + country).toBe(amount);
    }
  });
});

describe("spread", () => {
  it.each([
    [100n, 1, 100n, 0n],
    [100n, 13, 7n, 9n],
    [3n, 52, 0n, 3n],
    [0n, 4, 0n, 0n],
  ])("spreads %s over %i weeks: %s a week, %s left", (amount, weeks, perWeek, rest) => {
    expect(spread(amount, weeks)).toEqual({ perWeek, rest });
  });
});
