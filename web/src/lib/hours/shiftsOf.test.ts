import { describe, expect, it } from "vitest";
import { shiftsOf } from "./shiftsOf.ts";

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
