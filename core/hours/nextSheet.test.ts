import { describe, expect, it } from "vitest";
import { bringsOf, longReviewOf } from "./nextSheet.ts";

describe("bringsOf", () => {
  it("mints one INFINITY a shift and divides what is there among the active, rounded down", () => {
    expect(bringsOf({ active: 3, shifts: 7 }, { carry: 4n, running: 100n })).toEqual({
      infinity: 7n * 10n ** 18n,
      available: 104n,
      each: 34n,
      left: 2n,
    });
  });

  it("leaves all the money where nobody was active", () => {
    expect(bringsOf({ active: 0, shifts: 0 }, { carry: 4n, running: 1n })).toMatchObject({ each: 0n, left: 5n });
  });
});

describe("longReviewOf", () => {
  it("tells a jump from a usual week: more than 125 % of the electors and 10", () => {
    const town = { electors: 40, openWeeks: [2_970] };

    expect(longReviewOf({ weekIndex: 2_970, active: 60 }, town)).toEqual({ isJump: false, passedOver: [] });
    expect(longReviewOf({ weekIndex: 2_970, active: 61 }, town)).toEqual({ isJump: true, passedOver: [] });
  });

  it("names the open weeks before it", () => {
    const town = { electors: 40, openWeeks: [2_968, 2_969, 2_970, 2_971] };

    expect(longReviewOf({ weekIndex: 2_970, active: 1 }, town).passedOver).toEqual([2_968, 2_969]);
  });
});
