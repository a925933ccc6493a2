import { describe, expect, it } from "vitest";
import { checkDeed, deedPresets } from "./Deed.ts";

describe("deedPresets", () => {
  it.each(Object.entries(deedPresets))("are lawful: %s", (_, deed) => {
    expect(checkDeed(deed, "community")).toBeUndefined();
  });
});

const deedOf = (investors: number, members: number, fund: number, country: number) => ({
  investors,
  members,
  fund,
  country,
});

describe("checkDeed", () => {
  it.each([deedOf(4_000, 1, 5_999, 0), deedOf(0, 10_000, 0, 0), deedOf(4_000, 6_000, 0, 0)])("accepts %o", (deed) => {
    expect(checkDeed(deed, "community")).toBeUndefined();
  });

  it.each([
    ["DeedNotWhole", deedOf(3_333, 3_333, 3_333, 0)],
    ["DeedNotWhole", deedOf(3_333, 3_333, 3_335, 0)],
    ["DeedNotWhole", deedOf(-1, 5_001, 5_000, 0)],
    ["DeedNotWhole", deedOf(3_333.5, 3_333.5, 3_333, 0)],
    ["DeedNotWhole", deedOf(Number.NaN, 3_333, 3_333, 0)],
    ["DeedAboveInvestorsCeiling", deedOf(4_001, 2_999, 3_000, 0)],
    ["DeedLeavesMembersNothing", deedOf(4_000, 0, 6_000, 0)],
    ["DeedCountryPartNeedsCornerstone", deedOf(1_500, 4_500, 3_000, 1_000)],
  ])("finds %s in a community business's %o", (rule, deed) => {
    expect(checkDeed(deed, "community")).toBe(rule);
  });

  it("lets the country office of a cornerstone business have a part, within the community's floor", () => {
    expect(checkDeed(deedOf(1_500, 4_500, 3_000, 1_000), "cornerstone")).toBeUndefined();
    expect(checkDeed(deedOf(3_000, 3_000, 2_999, 1_001), "cornerstone")).toBe("DeedBelowCommunityFloor");
  });
});
