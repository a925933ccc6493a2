import { describe, expect, it } from "vitest";
import { daysOfWeek } from "../weeks/daysOfWeek.ts";
import { readRow } from "./readRow.ts";

const context = {
  header: { member: 0, project: 1, date: 2, hours: 3, width: 4 },
  town: { weekIndex: 2981, members: 5, ownMember: 2 },
  days: daysOfWeek(2981),
};

describe("readRow", () => {
  it("reads a row", () => {
    expect(readRow([" 5", " Kitchen ", "28.2.2027", "3,5 "], 7, context)).toEqual({
      row: 7,
      member: 5,
      project: "Kitchen",
      day: "2027-02-28",
      quarters: 14,
    });
  });

  it("takes cells that are not there for empty ones", () => {
    expect(readRow(["5"], 7, context)).toEqual([
      { row: 7, code: "wrongWeek", date: "", firstDay: "2027-02-22", lastDay: "2027-02-28" },
      { row: 7, code: "badHours", hours: "" },
    ]);
  });
});
