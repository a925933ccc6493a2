import { describe, expect, it } from "vitest";
import { ranBusiness } from "./ranBusiness.ts";

const [first, second, payout, stranger] = [1, 2, 3, 4].map((n) => `0x${String(n).padStart(40, "0")}` as const) as [
  `0x${string}`,
  `0x${string}`,
  `0x${string}`,
  `0x${string}`,
];
const changes = [
  { blockNumber: 10n, logIndex: 2, manager: first, payout },
  { blockNumber: 20n, logIndex: 5, manager: second, payout },
];

describe("ranBusiness", () => {
  it.each([
    ["the first manager in their time", first, 15n, 0, true],
    ["the first manager up to the change", first, 20n, 4, true],
    ["the first manager after the change", first, 20n, 6, false],
    ["the second manager after the change", second, 20n, 6, true],
    ["the second manager before it", second, 19n, 0, false],
    ["the payout wallet", payout, 30n, 0, true],
    ["a stranger", stranger, 30n, 0, false],
    ["anybody before somebody was named", first, 10n, 1, false],
  ])("says of %s", (_, by, blockNumber, logIndex, expected) => {
    expect(ranBusiness({ by, blockNumber, logIndex }, changes)).toBe(expected);
  });
});
