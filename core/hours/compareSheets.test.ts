import { expect, it } from "vitest";
import { compareSheets } from "./compareSheets.ts";

it("tells who is new, who is missing, and whose time doubled by a shift or more", () => {
  const before = Uint8Array.of(0, 12, 12, 12, 4, 0);
  const now = Uint8Array.of(8, 0, 24, 23, 8);

  expect(compareSheets(before, now)).toEqual([
    { member: 1, quarters: 8, before: 0, change: "new" },
    { member: 2, quarters: 0, before: 12, change: "missing" },
    { member: 3, quarters: 24, before: 12, change: "doubled" },
    { member: 4, quarters: 23, before: 12, change: null },
    { member: 5, quarters: 8, before: 4, change: null },
  ]);
});
