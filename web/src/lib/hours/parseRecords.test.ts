import { describe, expect, it } from "vitest";
import { parseRecords } from "./parseRecords.ts";

describe("parseRecords", () => {
  it("keeps blank rows, so that the first record is row 1", () => {
    expect(parseRecords("\ufeffmember,hours\r\n\r\n1,3\r\n")).toEqual({
      records: [["member", "hours"], [""], ["1", "3"], [""]],
      malformedRow: undefined,
    });
  });

  it("leaves out a row with a malformed quote, and what follows", () => {
    expect(parseRecords('member,hours\n1,3\n"1,3\n4,4')).toEqual({
      records: [
        ["member", "hours"],
        ["1", "3"],
      ],
      malformedRow: 3,
    });
  });
});
