import { describe, expect, it } from "vitest";
import { sumQuarters } from "./sumQuarters.ts";

describe("sumQuarters", () => {
  const rowOf = (row: number, member: number, quarters: number) => ({ row, member, project: "", day: "", quarters });

  it("sums each member's rows into one byte a member", () => {
    expect(sumQuarters([rowOf(2, 4, 200), rowOf(3, 2, 1), rowOf(4, 4, 55)])).toEqual({
      quarters: Uint8Array.of(0, 1, 0, 255),
      errors: [],
    });
  });

  it("reports the row that takes a member above 255, once", () => {
    expect(sumQuarters([rowOf(2, 1, 200), rowOf(3, 1, 56), rowOf(4, 1, 1)]).errors).toEqual([
      { row: 3, code: "tooManyHours", member: 1, quarters: 256 },
    ]);
  });
});
