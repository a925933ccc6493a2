import { describe, expect, it } from "vitest";
import { formatAmount } from "./formatAmount.ts";

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
