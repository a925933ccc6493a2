import { describe, expect, it } from "vitest";
import { weekIndexOf } from "./weekIndexOf.ts";
import { weekStart } from "./weekStart.ts";

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
