import { expect, it } from "vitest";
import { type Activity, newestFirst } from "./Activity.ts";

it("puts the last event of the newest block first", () => {
  const at = (block: bigint, index: number): Activity => {
    return { block, index, hash: "0x01", kind: "bought", offering: 1n, shares: 1n };
  };

  expect(newestFirst([at(1n, 5), at(2n, 0), at(2n, 3), at(1n, 7)])).toEqual([
    at(2n, 3),
    at(2n, 0),
    at(1n, 7),
    at(1n, 5),
  ]);
});
