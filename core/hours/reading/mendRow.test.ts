import { describe, expect, it } from "vitest";
import { readTimesheet } from "../readTimesheet.ts";
import { fixesOf, rewriteRow, writtenRows } from "./mendRow.ts";

const town = { weekIndex: 2981, members: 5, ownMember: 0 };
const text =
  'member;project;date;hours\n1;"two\nlines";2027-02-22;1,1\n\n2;Kitchen;2027-02-22;30\n3;"open;2027-02-22;1';

const writtenRow = (whole: string, row: number) => writtenRows(whole, [row]).get(row);

describe("writtenRows", () => {
  it("counts rows as the reader does: a line break in quotes begins none, a malformed quote ends with its line", () => {
    expect(writtenRow(text, 2)).toBe('1;"two\nlines";2027-02-22;1,1');
    expect(writtenRow(text, 4)).toBe("2;Kitchen;2027-02-22;30");
    expect(writtenRow(text, 5)).toBe('3;"open;2027-02-22;1');
    expect(writtenRow(text, 6)).toBeUndefined();
  });
});

describe("rewriteRow", () => {
  it("changes one row, and keeps the number of all others", () => {
    const mended = rewriteRow(text, 2, "");

    expect(writtenRow(mended, 2)).toBe("");
    expect(writtenRow(mended, 4)).toBe(writtenRow(text, 4));
    expect(rewriteRow(text, 9, "x")).toBe(text);
  });
});

describe("fixesOf", () => {
  async function mend(bad: string): Promise<string[]> {
    const whole = `member,project,date,hours\n2,Garden,2027-02-23,1\n3,Garden,2027-02-24,1\n${bad}`;
    const reading = await readTimesheet(new TextEncoder().encode(whole), town);
    const [problem] = reading.kind === "refused" ? reading.problems : [];
    return problem === undefined ? [] : fixesOf(problem, bad).map(({ written }) => written);
  }

  it.each([
    ["1,Kitchen,2027-02-22,1.1", ["1,Kitchen,2027-02-22,1", "1,Kitchen,2027-02-22,1.25"]],
    ["1,Kitchen,2027-02-22,3,5", ["1,Kitchen,2027-02-22,3.5"]],
    ["1,Kitchen,2027-02-22,45", ["1,Kitchen,2027-02-22,0:45"]],
    ["1,Kitchen,2027-02-22,many", []],
  ])("mends %s so that it is read", async (bad, fixed) => {
    expect(await mend(bad)).toEqual(fixed);
    for (const each of fixed) expect(await mend(each)).toEqual([]);
  });

  it("suggests nothing where it is not clear which cell is meant", () => {
    const problem = { row: 2, code: "notAQuarter", hours: "1.1", lower: "1", upper: "1.25" } as const;

    expect(fixesOf(problem, "1,Room 1.1,2027-02-22,1.1")).toEqual([]);
  });
});
