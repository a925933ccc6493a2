import { describe, expect, it } from "vitest";
import { lastCall } from "./lastCall.ts";
import { calendarOf, daysOfWeek, weekEnd, weekIndexOf, weekStart } from "./weeks.ts";

describe("weekIndexOf", () => {
  it.each([
    ["1970-01-05T00:00:00Z", 0],
    ["1970-01-11T23:59:59Z", 0],
    ["1970-01-12T00:00:00Z", 1],
    ["2027-02-22T00:00:00Z", 2981],
    ["2027-02-28T23:59:59Z", 2981],
    ["2027-03-01T00:00:00Z", 2982],
  ])("finds %s in week %i", (moment, weekIndex) => {
    expect(weekIndexOf(Date.parse(moment) / 1000)).toBe(weekIndex);
  });
});

describe("weekStart", () => {
  it("is Monday 00:00 UTC", () => {
    expect(new Date(weekStart(2981) * 1000).toUTCString()).toBe("Mon, 22 Feb 2027 00:00:00 GMT");
  });

  it("is the first second of its week", () => {
    for (const weekIndex of [0, 1, 2981, 3600]) {
      expect(weekIndexOf(weekStart(weekIndex))).toBe(weekIndex);
      expect(weekIndexOf(weekStart(weekIndex) - 1)).toBe(weekIndex - 1);
    }
  });
});

describe("weekEnd", () => {
  it("is the next Monday 00:00 UTC", () => {
    expect(new Date(weekEnd(2981) * 1000).toUTCString()).toBe("Mon, 01 Mar 2027 00:00:00 GMT");
  });
});

describe("daysOfWeek", () => {
  it("lists Monday to Sunday, across a leap day and a month's end", () => {
    expect(daysOfWeek(3033)).toEqual([
      "2028-02-21",
      "2028-02-22",
      "2028-02-23",
      "2028-02-24",
      "2028-02-25",
      "2028-02-26",
      "2028-02-27",
    ]);
    expect(daysOfWeek(3034).slice(0, 3)).toEqual(["2028-02-28", "2028-02-29", "2028-03-01"]);
  });
});

const weeksAt = (...indices: number[]) => indices.map((weekIndex) => ({ weekIndex }));

describe("calendarOf", () => {
  it("has no place without a week", () => {
    expect(calendarOf([])).toEqual([]);
  });

  it("ends with the newest week and leaves the others' places empty, whatever the order", () => {
    const places = calendarOf(weeksAt(102, 100));
    expect(places).toHaveLength(13);
    expect(places.slice(-3)).toEqual([{ weekIndex: 100 }, null, { weekIndex: 102 }]);
    expect(places.slice(0, -3).every((place) => place === null)).toBe(true);
  });

  it("shows half a year at most", () => {
    const places = calendarOf(weeksAt(1, 80, 100));
    expect(places).toHaveLength(26);
    expect(places.filter((place) => place !== null)).toEqual(weeksAt(80, 100));
  });
});

describe("lastCall", () => {
  it("is the end of the eighth week after a week", () => {
    expect(weekIndexOf(lastCall(2_970) - 1)).toBe(2_978);
    expect(weekIndexOf(lastCall(2_970))).toBe(2_979);
  });
});
