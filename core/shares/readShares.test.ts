import { describe, expect, it } from "vitest";
import { readShares } from "./readShares.ts";

describe("readShares", () => {
  it.each([
    ["1", 1],
    [" 12 ", 12],
    ["1,000", 1000],
    ["1 000", 1000],
    ["1.000", 1000],
    ["1'234'567", 1_234_567],
    ["007", 7],
    ["٣٧", 37],
    ["४०", 40],
    ["4294967295", 4_294_967_295],
  ])("reads %j as %i", (text, shares) => {
    expect(readShares(text)).toEqual({ shares });
  });

  it.each([
    ["", "empty"],
    ["   ", "empty"],
    ["0", "zero"],
    ["000", "zero"],
    ["1.5", "fraction"],
    ["1,5", "fraction"],
    [".5", "fraction"],
    ["2.0", "fraction"],
    ["-3", "notANumber"],
    ["1e3", "notANumber"],
    ["three", "notANumber"],
    ["0x10", "notANumber"],
    ["1,00,000.1.2", "notANumber"],
    ["4294967296", "tooLarge"],
    ["9".repeat(400), "tooLarge"],
  ])("refuses %j as %s", (text, problem) => {
    expect(readShares(text)).toEqual({ problem });
  });
});
