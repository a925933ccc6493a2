import { describe, expect, it } from "vitest";
import { parseDay, parseQuarters, readHeader, readRow } from "./timesheetRows.ts";
import { daysOfWeek } from "./weeks.ts";

describe("readHeader", () => {
  it("finds the columns by name, up to the last named one", () => {
    expect(readHeader(["", " HOURS ", "date", "Project", "member", "note", "", " "], 1)).toEqual({
      header: { hours: 1, date: 2, project: 3, member: 4, width: 6 },
    });
  });

  it("names the columns that are missing before those that are repeated", () => {
    expect(readHeader(["hours", "Hours", "date"], 3)).toEqual({
      error: { row: 3, code: "missingColumn", columns: ["member", "project"] },
    });
    expect(readHeader(["hours", "Hours", "date", "member", "project"], 3)).toEqual({
      error: { row: 3, code: "repeatedColumn", columns: ["hours"] },
    });
  });
});

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

describe("parseDay", () => {
  it.each(["2027-03-04", "04.03.2027", "4.3.2027", "04.3.2027"])("reads %s", (text) => {
    expect(parseDay(text)).toBe("2027-03-04");
  });

  it.each(["", "2027-3-4", "2027/03/04", "03/04/2027", "4.3.27", "2027-03-04 ", "20270304", "4. März 2027"])(
    "does not read %j",
    (text) => {
      expect(parseDay(text)).toBeUndefined();
    },
  );
});

describe("parseQuarters", () => {
  it.each([
    ["3", 12],
    ["03", 12],
    ["3.00", 12],
    ["3,5", 14],
    ["2.25", 9],
    ["2,7500000", 11],
    ["0.25", 1],
    ["2:45", 11],
    ["0:15", 1],
    ["02:00", 8],
    ["63.75", 255],
    ["64", 256],
  ])("reads %s as %i quarters", (text, quarters) => {
    expect(parseQuarters(text)).toBe(quarters);
  });

  it("reads every quarter of a byte in every way of writing it", () => {
    for (let quarters = 1; quarters <= 255; quarters++) {
      const clock = `${Math.floor(quarters / 4)}:${String((quarters % 4) * 15).padStart(2, "0")}`;
      const fixed = (quarters / 4).toFixed(2);

      expect([clock, fixed, fixed.replace(".", ","), String(quarters / 4)].map(parseQuarters)).toEqual(
        Array(4).fill(quarters),
      );
    }
  });

  it.each(["1.1", "0.1", "0,01", "2.2500001", "2:10", "0:01", "1.333"])("finds no quarters in %s", (text) => {
    expect(parseQuarters(text)).toBe("notAQuarter");
  });

  it.each(
    ["", "0", "0.00", "0:00", "-3", "−3", "+3", "three", "3 h", "1e1", "0x3", "٣", "３", "NaN", "Infinity"].concat([
      ".5",
      "3.",
      "1.2.3",
      "1 000",
      "1,000.00",
      "2:5",
      "2:75",
      "2:450",
      ":45",
      "2:45:00",
      "2.5:00",
      "½",
    ]),
  )("refuses %j", (text) => {
    expect(parseQuarters(text)).toBe("badHours");
  });
});
