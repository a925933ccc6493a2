import { describe, expect, it } from "vitest";
import { blocksIn, firstOf, partsOf } from "./ranges.ts";

const range = { fromBlock: 5n, toBlock: 14n };

describe("firstOf", () => {
  it("is a part of a long range, and all of a short one", () => {
    expect(firstOf(range, 3n)).toEqual({ fromBlock: 5n, toBlock: 7n });
    expect(firstOf(range, 10n)).toEqual(range);
    expect(firstOf(range, 11n)).toEqual(range);
  });
});

describe("partsOf", () => {
  it.each([1n, 3n, 9n, 10n, 11n])("has every block once in parts of %s", (blocks) => {
    const parts = partsOf(range, blocks);
    const all = parts.flatMap((part) =>
      Array.from({ length: Number(blocksIn(part)) }, (_, i) => Number(part.fromBlock) + i),
    );
    expect(all).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
    expect(parts.slice(0, -1).every((part) => blocksIn(part) === blocks)).toBe(true);
  });

  it("is nothing of an empty range", () => {
    expect(partsOf({ fromBlock: 5n, toBlock: 4n }, 10n)).toEqual([]);
  });
});
