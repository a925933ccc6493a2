import { describe, expect, it } from "vitest";
import { findDelimiter } from "./findDelimiter.ts";

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
