import { describe, expect, it } from "vitest";
import { daysOfWeek } from "../weeks.ts";
import {
  asMinutes,
  DAY_FIRST,
  MONTH_FIRST,
  plainCell,
  readDay,
  readHours,
  readMember,
  sameName,
  YEAR_FIRST,
} from "./cells.ts";

const week = new Set(daysOfWeek(2981)); // 22 to 28 February 2027

describe("plainCell", () => {
  it.each([
    ["٣٫٢٥", "3.25"],
    ["３：１５", "3:15"],
    ["＃३", "#3"],
    [" 2\u00a075 ", "2 75"],
    ["2\u200d7", "27"],
    ["\u{1d7dc}\u{1d7e3}", "41"],
    ["3²", "3²"],
    ["½", "½"],
  ])("makes %j to %j", (cell, plain) => {
    expect(plainCell(cell)).toBe(plain);
  });
});

describe("readMember", () => {
  it.each(["3", "003", "#3", "# 3", "3.0", "3,00", " 3 ", "٣", "３"])("reads %j as 3", (cell) => {
    expect(readMember(cell)).toBe(3);
  });

  it.each(["", "three", "3.5", "-3", "+3", "3e0", "0x3", "3 4", "No. 3", "#", "3#", "Ⅲ", "³"])(
    "reads no member in %j",
    (cell) => {
      expect(readMember(cell)).toBe(0);
    },
  );
});

describe("readDay", () => {
  it.each([
    ["2027-02-24", 0],
    ["2027/2/24", 0],
    ["2027.02.24 23:59", 0],
    ["24.02.2027", DAY_FIRST],
    ["24. 2. 2027", DAY_FIRST],
    ["24/02/27", DAY_FIRST],
    ["02/24/2027", MONTH_FIRST],
    ["2-24-27", MONTH_FIRST],
    ["27/02/24", YEAR_FIRST],
    ["24/02/2027 9:00 am", DAY_FIRST],
    ["2027-02-24T09:00:00.000+02:00", 0],
    ["٢٤/٠٢/٢٠٢٧", DAY_FIRST],
  ])("reads %s", (cell, orders) => {
    expect(readDay(cell, week)).toEqual({ day: "2027-02-24", orders });
  });

  it("has both orders where day and month are one number", () => {
    expect(readDay("03/03/2027", new Set(["2027-03-03"]))).toEqual({
      day: "2027-03-03",
      orders: DAY_FIRST | MONTH_FIRST,
    });
  });

  it("never has two days for one date, in any week of twelve years", () => {
    const two = (figure: number) => String(figure).padStart(2, "0");
    for (let weekIndex = 2_900; weekIndex < 3_526; weekIndex++) {
      const days = daysOfWeek(weekIndex);
      for (const day of days) {
        const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
        const short = year % 100;
        for (const cell of [`${two(date)}/${two(month)}/${year}`, `${two(month)}/${two(date)}/${two(short)}`]) {
          expect(readDay(cell, new Set(days))?.day, cell).toBe(day);
        }
        expect(readDay(`${two(short)}/${two(month)}/${two(date)}`, new Set(days))?.day).toBe(day);
      }
    }
  });

  it.each(["", "24", "24/02", "24 Feb 2027", "2027-02-30", "24/02-2027", "20270224", "46442", "2027-02-24x"])(
    "reads no day in %j",
    (cell) => {
      expect(readDay(cell, week)).toBeUndefined();
    },
  );
});

describe("readHours", () => {
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
    ["2:45:00", 11],
    ["03:15:00.000", 13],
    ["2h 45m", 11],
    ["2h45", 11],
    ["2 hrs 45 min", 11],
    ["2 H", 8],
    ["2,75 hours", 11],
    ["2:45 h", 11],
    ["165 min", 11],
    ["45m", 3],
    ["2.7499999999999996", 11],
    ["2.750000000000001", 11],
    ["٢٫٧٥", 11],
    ["３", 12],
    ["63.75", 255],
    ["64", 256],
    ["0", 0],
    ["0.00", 0],
    ["0:00", 0],
    ["0h", 0],
  ])("reads %s as %i quarters", (cell, quarters) => {
    expect(readHours(cell)).toEqual({ quarters });
  });

  it("reads every quarter of a byte in every way of writing it", () => {
    for (let quarters = 1; quarters <= 255; quarters++) {
      const clock = `${Math.floor(quarters / 4)}:${String((quarters % 4) * 15).padStart(2, "0")}`;
      const words = `${Math.floor(quarters / 4)}h ${(quarters % 4) * 15}m`;
      const fixed = (quarters / 4).toFixed(2);
      const ways = [
        clock,
        `${clock}:00`,
        words,
        fixed,
        fixed.replace(".", ","),
        String(quarters / 4),
        `${quarters * 15} min`,
      ];

      expect(ways.map(readHours)).toEqual(ways.map(() => ({ quarters })));
    }
  });

  it.each([
    "1.1",
    "0.1",
    "0,01",
    "2.2500001",
    "2.333333333333",
    "2:10",
    "0:01",
    "1.333",
    "2:45:30",
    "2h 10m",
    "50 min",
  ])("finds no quarters in %s", (cell) => {
    expect(readHours(cell)).toMatchObject({ wrong: "notAQuarter" });
  });

  it.each(
    ["", "-3", "−3", "+3", "three", "1e1", "0x3", "NaN", "Infinity", "3 am", "3:15 PM", "3 days", "3d"].concat([
      ".5",
      "3.",
      "1.2.3",
      "1 000",
      "1,000.00",
      "2:5",
      "2:75",
      "2:450",
      ":45",
      "2.5:00",
      "2.5h 15m",
      "2h 75m",
      "½",
      "2½",
      "3²",
      "3-4",
      "3/4",
      "300%",
    ]),
  )("refuses %j", (cell) => {
    expect(readHours(cell)).toEqual({ wrong: "badHours" });
  });
});

describe("asMinutes", () => {
  it.each([
    ["30", "0:30"],
    ["90", "1:30"],
    ["45:00", "0:45"],
    ["45:30", ""],
    ["50", ""],
    ["24.25", ""],
    ["99999", ""],
  ])("takes %s for %j", (cell, minutes) => {
    expect(asMinutes(cell)).toBe(minutes);
  });
});

describe("sameName", () => {
  it.each([
    ["River path", "RIVER\u00a0 PATH"],
    ["Gärten", "Ga\u0308rten"],
    ["Kitchen", "Кitсhen"],
    ["किताब", "किताब "],
    ["ｋitchen", "Kitchen."],
  ])("takes %j and %j for one", (one, other) => {
    expect(sameName(one)).toBe(sameName(other));
  });

  it.each([
    ["River path", "River bath"],
    ["Kitchen 1", "Kitchen 2"],
    ["-", "+"],
  ])("takes %j and %j for two", (one, other) => {
    expect(sameName(one)).not.toBe(sameName(other));
  });
});
