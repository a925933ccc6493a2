import { describe, expect, it } from "vitest";
import { isActive, quartersToHex, shiftsOf, totalQuarters } from "./timesheet.ts";

describe("isActive", () => {
  it("begins at 3 hours", () => {
    expect([0, 11, 12, 255].map(isActive)).toEqual([false, false, true, true]);
  });
});

describe("shiftsOf", () => {
  it.each([
    [0, 0],
    [11, 0],
    [12, 1],
    [23, 1],
    [24, 2],
    [255, 21],
  ])("counts in %i quarters %i whole shifts", (quarters, shifts) => {
    expect(shiftsOf(quarters)).toBe(shifts);
  });
});

describe("totalQuarters", () => {
  it("adds beyond what one byte holds", () => {
    expect(totalQuarters(Uint8Array.from([255, 255, 0, 12]))).toBe(522);
  });

  it("is 0 for an empty timesheet", () => {
    expect(totalQuarters(new Uint8Array())).toBe(0);
  });
});

describe("quartersToHex", () => {
  it("writes two digits a member", () => {
    expect(quartersToHex(Uint8Array.of(0, 12, 255))).toBe("0x000cff");
    expect(quartersToHex(new Uint8Array())).toBe("0x");
  });
});
