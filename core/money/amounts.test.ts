import { describe, expect, it } from "vitest";
import { formatAmount, parseAmount } from "./amounts.ts";

describe("formatAmount", () => {
  it.each([
    [0n, 6, "0.00"],
    [1n, 6, "0.000001"],
    [7_330_001n, 6, "7.330001"],
    [7_300_000n, 6, "7.30"],
    [1_234_500_000n, 6, "1,234.50"],
    [-1_234_500_000n, 6, "-1,234.50"],
    [123_456_789n, 2, "1,234,567.89"],
    [1234n, 0, "1,234"],
    [12_345n, 1, "1,234.5"],
    [2n ** 96n, 18, "79,228,162,514.264337593543950336"],
  ])("writes %s units of %i decimals as %s", (units, decimals, text) => {
    expect(formatAmount(units, decimals)).toBe(text);
  });
});

describe("parseAmount", () => {
  it.each([
    ["0", 0n],
    ["12", 12_000_000n],
    [" 1234.5 ", 1_234_500_000n],
    ["1,234.50", 1_234_500_000n],
    ["1,234,567", 1_234_567_000_000n],
    ["7.330001", 7_330_001n],
    ["0.1", 100_000n],
  ])("reads %j in a currency of 6 decimals", (text, units) => {
    expect(parseAmount(text, 6)).toBe(units);
  });

  it.each(
    ["", ".", ".5", "5.", "-1", "+1", "1e3", "0x10", "1.2.3", "1.2345678", "12,34", "1,2345.00", "0,123.00"].concat([
      "1,234",
      "2,50",
      "1.234,50",
      "1 234.50",
      "1'234.50",
      "1.234,567",
      "€5",
      "٣",
      "NaN",
    ]),
  )("refuses %j", (text) => {
    expect(parseAmount(text, 6)).toBeUndefined();
  });

  it("takes a lone comma for grouping where no decimals exist", () => {
    expect(parseAmount("1,234", 0)).toBe(1234n);
    expect(parseAmount("1.0", 0)).toBeUndefined();
  });

  it("reads back what formatAmount writes", () => {
    for (const decimals of [0, 1, 2, 6, 18]) {
      for (let units = 1n; units < 2n ** 100n; units = units * 3n + 7n) {
        expect(parseAmount(formatAmount(units, decimals), decimals)).toBe(units);
      }
    }
  });
});
