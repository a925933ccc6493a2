import { describe, expect, it } from "vitest";
import { weekIndexOf } from "./weekIndexOf.ts";

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
