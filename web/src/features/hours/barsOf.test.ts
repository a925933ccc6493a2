import { describe, expect, it } from "vitest";
import { earningsOf } from "@one-small-town/core/hours/earnings.ts";
import { barsOf } from "./barsOf.ts";
import type { MemberWeeks } from "./useMemberWeeks.ts";

const week = (weekIndex: number, quarters: number) =>
  earningsOf({ index: weekIndex, weekIndex, active: 1, cashPerActive: 1n }, quarters);
const account: MemberWeeks["account"] = {
  joinedIn: 100,
  timesheets: 3,
  claimedUpTo: 0,
  infinity: 0n,
  cash: 0n,
  kept: 0n,
  balance: 0n,
  pending: { pointer: "0x00000000000000000000000000000000000000f1", weekIndex: 105, reviewEnds: 0 },
};
const weeks: MemberWeeks = {
  account,
  earnings: [week(100, 29), week(101, 11), week(103, 0)],
  hasEarlier: false,
  reviewQuarters: 16,
  isUpToDate: true,
};

describe("barsOf", () => {
  it("has a bar for every week of the calendar, the one under review last", () => {
    expect(barsOf(weeks).map(({ kind, quarters }) => `${kind} ${quarters}`)).toEqual([
      ...["active 29", "short 11", "none 0", "none 0", "none 0", "review 16"],
    ]);
  });

  it("leaves out a review of a week before the person joined", () => {
    const early = { ...account, joinedIn: 106 };

    expect(barsOf({ ...weeks, account: early, earnings: [] })).toEqual([]);
  });

  it("is empty before the first week", () => {
    expect(barsOf({ ...weeks, account: { ...account, pending: null }, earnings: [], reviewQuarters: null })).toEqual(
      [],
    );
  });
});
