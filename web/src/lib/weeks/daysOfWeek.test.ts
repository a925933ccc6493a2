import { describe, expect, it } from "vitest";
import { daysOfWeek } from "./daysOfWeek.ts";

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
