import { expect, it } from "vitest";
import { readId } from "./text.ts";

it.each([
  ["1", 1n],
  ["4294967297", 4_294_967_297n],
  ["0", 0n],
  ["01", 0n],
  ["-1", 0n],
  ["1.5", 0n],
  ["0x1", 0n],
  ["", 0n],
  ["1".repeat(30), 0n],
])("reads %j as %d", (text, id) => {
  expect(readId(text)).toBe(id);
});
