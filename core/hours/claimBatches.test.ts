import { describe, expect, it } from "vitest";
import { claimBatches } from "./claimBatches.ts";

const numbers = Array.from({ length: 5_000 }, (_, i) => i + 1);

describe("claimBatches", () => {
  it("names each member once, in order", () => {
    expect(claimBatches(numbers, 13).flat()).toEqual(numbers);
  });

  it("takes 200 members at once after a few weeks, and fewer the more weeks each claim walks over", () => {
    expect(claimBatches(numbers, 1)).toHaveLength(25);
    expect(claimBatches(numbers, 52)[0]).toHaveLength(121);
    expect(claimBatches(numbers, 2_000)[0]).toHaveLength(1);
  });

  it("makes no batch for nobody", () => {
    expect(claimBatches([], 3)).toEqual([]);
  });
});
