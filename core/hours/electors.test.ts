import { describe, expect, it } from "vitest";
import { electorsIn } from "./electors.ts";

const WEEK = 3_000;

/** Sheets of so many active members, week after week. */
const sheets = (...actives: number[]) => actives.map((active, i) => ({ weekIndex: WEEK + i, active }));

describe("electorsIn", () => {
  it("names none of a town without a timesheet, and none that are new", () => {
    expect(electorsIn([], WEEK)).toEqual({ timesheet: 0, electors: 0 });
    expect(electorsIn(sheets(3), WEEK + 8)).toEqual({ timesheet: 0, electors: 0 });
  });

  it("names those of a week once eight full weeks have passed since", () => {
    expect(electorsIn(sheets(3), WEEK + 9)).toEqual({ timesheet: 1, electors: 3 });
  });

  it("takes the busiest of the four latest, the later of equals", () => {
    const all = sheets(9, 2, 3, 1, 3, 1);
    expect(electorsIn(all, WEEK + 12)).toEqual({ timesheet: 1, electors: 9 });
    expect(electorsIn(all, WEEK + 13)).toEqual({ timesheet: 5, electors: 3 });
    expect(electorsIn(all, WEEK + 40)).toEqual({ timesheet: 5, electors: 3 });
  });
});
