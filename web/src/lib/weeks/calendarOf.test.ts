import { describe, expect, it } from "vitest";
import { calendarOf } from "./calendarOf.ts";

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
