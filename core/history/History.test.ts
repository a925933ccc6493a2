import { describe, expect, it } from "vitest";
import { firstDifference, type Totals } from "./History.ts";

const bakery = "0x00000000000000000000000000000000000000b1" as const;
const laundry = "0x00000000000000000000000000000000000000b2" as const;
const totals: Totals = {
  infinity: 521n,
  members: 54,
  timesheets: 12,
  fund: 900n,
  shares: new Map([[bakery, 256n]]),
};

describe("firstDifference", () => {
  it("finds none where all figures are the same", () => {
    expect(firstDifference(totals, { ...totals, shares: new Map(totals.shares) })).toBe(null);
  });

  it.each([
    ["infinity", { infinity: 522n }, 522n, 521n],
    ["members", { members: 53 }, 53n, 54n],
    ["timesheets", { timesheets: 13 }, 13n, 12n],
    ["fund", { fund: 899n }, 899n, 900n],
    ["shares", { shares: new Map([[bakery, 255n]]) }, 255n, 256n],
  ] as const)("finds an indexer that is wrong by one in %s", (figure, wrong, indexed, onChain) => {
    expect(firstDifference({ ...totals, ...wrong }, totals)).toEqual({ figure, indexed, onChain });
  });

  it("finds a business that only one of them knows", () => {
    const more = {
      ...totals,
      shares: new Map([
        [bakery, 256n],
        [laundry, 1n],
      ]),
    };
    expect(firstDifference(more, totals)).toEqual({ figure: "shares", indexed: 1n, onChain: 0n });
    expect(firstDifference(totals, more)).toEqual({ figure: "shares", indexed: 0n, onChain: 1n });
  });

  it("does not mind a business of which there is no share on either side", () => {
    expect(firstDifference({ ...totals, shares: new Map([...totals.shares, [laundry, 0n]]) }, totals)).toBe(null);
  });
});
