import { describe, expect, it } from "vitest";
import { decimalOf } from "./cells.ts";

describe("decimalOf", () => {
  it.each([
    [1_234_500_000n, 6, "1234.500000"],
    [1n, 6, "0.000001"],
    [0n, 2, "0.00"],
    [7n, 0, "7"],
    [10n ** 30n + 1n, 18, "1000000000000.000000000000000001"],
  ])("writes %s with %s decimals, exactly", (units, decimals, text) => {
    expect(decimalOf(units, decimals)).toBe(text);
  });
});
