import { describe, expect, it } from "vitest";
import { findRepeatedRows } from "./findRepeatedRows.ts";

describe("findRepeatedRows", () => {
  const first = { row: 2, member: 1, project: "Kitchen", day: "2027-02-22", quarters: 12 };

  it("finds every row that says the same as an earlier one", () => {
    expect(findRepeatedRows([first, { ...first, row: 5 }, { ...first, row: 9 }])).toEqual([
      { row: 5, code: "repeatedRow", member: 1, firstRow: 2 },
      { row: 9, code: "repeatedRow", member: 1, firstRow: 2 },
    ]);
  });

  it.each([{ member: 2 }, { project: "Garden" }, { day: "2027-02-23" }, { quarters: 11 }])(
    "takes a row with another %o for another row",
    (other) => {
      expect(findRepeatedRows([first, { ...first, ...other, row: 3 }])).toEqual([]);
    },
  );
});
