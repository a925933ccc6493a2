import { describe, expect, it } from "vitest";
import { workedIn } from "./workedIn.ts";

describe("workedIn", () => {
  it("sets a bit for each member, number 1 the highest of the first word", () => {
    expect(workedIn([])).toEqual([]);
    expect(workedIn([1, 2, 256])).toEqual([(3n << 254n) | 1n]);
    expect(workedIn([257, 513])).toEqual([0n, 1n << 255n, 1n << 255n]);
  });
});
