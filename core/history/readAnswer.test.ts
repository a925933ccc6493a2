import { describe, expect, it } from "vitest";
import { readAnswer } from "./readAnswer.ts";

const infinity = "0x00000000000000000000000000000000000000AA" as const;
const bakery = "0x00000000000000000000000000000000000000Bb" as const;
const row = { month: "2026-10", joined: 3, shifts: "40", profit: "1000", paid: "600", shares: "-2" };
const answer = {
  meta: { status: { towns: { id: 31337, block: { number: 269, timestamp: 1_795_292_115 } } } },
  town: { members: 54, timesheets: 12, fund: "900" },
  tokenSupplys: { items: [{ token: infinity.toLowerCase(), units: "521000000000000000000" }] },
  months: { items: [row] },
};

describe("readAnswer", () => {
  it("reads figures of any size exactly, and where the indexer has come to", () => {
    expect(readAnswer(answer, infinity, [bakery])).toEqual({
      block: { number: 269n, timestamp: 1_795_292_115 },
      totals: {
        infinity: 521n * 10n ** 18n,
        members: 54,
        timesheets: 12,
        fund: 900n,
        shares: new Map([[bakery.toLowerCase(), 0n]]),
      },
      months: [{ month: "2026-10", joined: 3, shifts: 40n, profit: 1000n, paid: 600n, shares: -2n }],
    });
  });

  it("refuses an indexer that does not know the town yet, or no block", () => {
    expect(() => readAnswer({ ...answer, town: null }, infinity, [])).toThrow("has not read this town yet");
    const begun = { ...answer, meta: { status: { towns: { id: 31337, block: null } } } };
    expect(() => readAnswer(begun, infinity, [])).toThrow("has not read this town yet");
  });

  it("refuses what is no answer", () => {
    expect(() => readAnswer({ error: "no" }, infinity, [])).toThrow();
    const odd = { ...answer, months: { items: [{ ...row, profit: "much" }] } };
    expect(() => readAnswer(odd, infinity, [])).toThrow();
  });
});
