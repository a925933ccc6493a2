import { describe, expect, it } from "vitest";
import { spread } from "./spread.ts";

describe("spread", () => {
  it.each([
    [100n, 1, 100n, 0n],
    [100n, 13, 7n, 9n],
    [3n, 52, 0n, 3n],
    [0n, 4, 0n, 0n],
  ])("spreads %s over %i weeks: %s a week, %s left", (amount, weeks, perWeek, rest) => {
    expect(spread(amount, weeks)).toEqual({ perWeek, rest });
  });
});
