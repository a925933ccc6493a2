import { describe, expect, it } from "vitest";
import { accountsDueAt } from "./compareWithPlan.ts";
import { nameYearQuarter, readYearQuarter, yearQuarterAt, yearQuarterStart } from "./yearQuarters.ts";

const at = (moment: string) => Date.parse(moment) / 1000;

describe("quarters of a year", () => {
  it.each([
    ["2026-12-31T23:59:59Z", "2026-Q4"],
    ["2027-01-01T00:00:00Z", "2027-Q1"],
    ["2027-03-31T23:59:59Z", "2027-Q1"],
    ["2027-04-01T00:00:00Z", "2027-Q2"],
    ["2028-02-29T12:00:00Z", "2028-Q1"],
    ["2027-03-31T22:00:00-05:00", "2027-Q2"],
  ])("have %s in %s, by UTC", (moment, name) => {
    expect(nameYearQuarter(yearQuarterAt(at(moment)))).toBe(name);
  });

  it("begin where the one before ends", () => {
    for (let index = 2024 * 4; index < 2031 * 4; index++) {
      expect(yearQuarterAt(yearQuarterStart(index))).toBe(index);
      expect(yearQuarterAt(yearQuarterStart(index) - 1)).toBe(index - 1);
    }
  });

  it.each([
    ["2027-Q1", "2027-Q1"],
    ["2026-Q4: four weeks to 5 October 2026", "2026-Q4"],
    ["(2027-Q2)", "2027-Q2"],
    ["2027-Q1, the rest of 2027-Q1", "2027-Q1"],
  ])("are named by %j", (text, name) => {
    expect(nameYearQuarter(readYearQuarter(text) ?? 0)).toBe(name);
  });

  it.each(["", "May 2027", "2027-Q5", "2027-Q12", "12027-Q1", "2027Q1", "x2027-Q1", "2027-Q1 and 2027-Q2"])(
    "are not named by %j",
    (text) => {
      expect(readYearQuarter(text)).toBeUndefined();
    },
  );

  it("have accounts due until their last day has ended", () => {
    const quarter = readYearQuarter("2027-Q1") ?? 0;
    expect(accountsDueAt(quarter, 45)).toBe(at("2027-05-16T00:00:00Z"));
    expect(accountsDueAt(quarter, 1)).toBe(at("2027-04-02T00:00:00Z"));
  });
});
