import { expect, it } from "vitest";
import { newestFirst } from "./position.ts";

it("puts the last event of the newest block first", () => {
  const at = (blockNumber: bigint, logIndex: number) => ({ blockNumber, logIndex });

  expect(newestFirst([at(1n, 5), at(2n, 0), at(2n, 3), at(1n, 7)])).toEqual([
    at(2n, 3),
    at(2n, 0),
    at(1n, 7),
    at(1n, 5),
  ]);
});
