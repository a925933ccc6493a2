import { describe, expect, it } from "vitest";
import { trancheAmounts } from "./trancheAmounts.ts";

describe("trancheAmounts", () => {
  it("rounds down, and gives the last part the rest", () => {
    expect(trancheAmounts(1_001n, [3_333, 3_333, 3_334])).toEqual([333n, 333n, 335n]);
  });

  it("gives a single part everything", () => {
    expect(trancheAmounts(7n, [10_000])).toEqual([7n]);
  });
});
