import { zeroAddress } from "viem";
import { describe, expect, it } from "vitest";
import { isLargeHolding, sumTransfers } from "./holdings.ts";

const amina = "0x00000000000000000000000000000000000000a1";
const ben = "0x00000000000000000000000000000000000000b2";

it("adds up mints, transfers and burns, and leaves out who holds nothing", () => {
  const transfers = [
    { from: zeroAddress, to: amina, value: 5n },
    { from: zeroAddress, to: ben, value: 2n },
    { from: amina, to: ben, value: 3n },
    { from: amina, to: zeroAddress, value: 2n },
  ] as const;

  expect([...sumTransfers(transfers)]).toEqual([[ben, 5n]]);
});

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
