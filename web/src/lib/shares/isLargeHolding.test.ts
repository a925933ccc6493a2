import { describe, expect, it } from "vitest";
import { isLargeHolding } from "./isLargeHolding.ts";

describe("isLargeHolding", () => {
  it.each([
    [15, 100, false],
    [16, 100, true],
    [644_245_094, 4_294_967_295, false],
    [644_245_095, 4_294_967_295, true],
    [0, 0, false],
  ])("says of %i of %i shares: %s", (shares, all, expected) => {
    expect(isLargeHolding(shares, all)).toBe(expected);
  });
});
