import { describe, expect, it } from "vitest";
import { findDelimiter, parseRecords } from "./timesheetRecords.ts";

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

describe("findDelimiter", () => {
  it.each([
    [",", "member,project,date,hours"],
    [";", "Member;Project;Date;Hours\n1;a,b,c,d;2027-02-22;1,5"],
    ["\t", ' "member"\tproject\tdate\thours\n1\ta,b;c\t2027-02-22\t1,5'],
    [";", "\n;;;\nnote, free;member;project;date;hours"],
    [",", "a;b;c"],
    [",", ""],
  ])("finds %j in %j", (delimiter, lines) => {
    expect(findDelimiter(lines)).toBe(delimiter);
  });
});
