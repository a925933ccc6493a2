import { parse } from "papaparse";
import { describe, expect, it } from "vitest";
import { randomOf } from "../../testing/writtenTimesheet.ts";
import { csvRows } from "./csvRows.ts";
import { csvTable } from "./findHeader.ts";

const rowsOf = (text: string, delimiter = ",") => [...csvRows(text, delimiter)];

describe("csvRows", () => {
  it("keeps blank rows, so that the first record is row 1", () => {
    expect(rowsOf("member,hours\n\n1,3\n")).toEqual([
      { row: 1, cells: ["member", "hours"] },
      { row: 2, cells: [""] },
      { row: 3, cells: ["1", "3"] },
      { row: 4, cells: [""] },
    ]);
  });

  it("says which cells stand in quotes", () => {
    expect(rowsOf('1, "A ""B"", C" ,"two\nlines",d "e"\n2')).toEqual([
      { row: 1, cells: ["1", 'A "B", C', "two\nlines", 'd "e"'], quoted: [false, true, true, false] },
      { row: 2, cells: ["2"] },
    ]);
  });

  it("takes the line below a malformed quote for the next row", () => {
    expect(rowsOf('member,hours\n1,3\n"1,3\n4,4')).toEqual([
      { row: 1, cells: ["member", "hours"] },
      { row: 2, cells: ["1", "3"] },
      { row: 3, cells: [], isMalformed: true },
      { row: 4, cells: ["4", "4"] },
    ]);
  });

  it("reads what another reader reads, wherever that finds no fault", () => {
    const parts = ['"', '""', ",", ";", "\n", "a", "1", " b", '"x,y"', '"two\nlines"'];
    for (let seed = 1; seed <= 4_000; seed++) {
      const below = randomOf(seed);
      const text = Array.from({ length: below(14) }, () => parts[below(parts.length)]).join("");
      const { data, errors } = parse<string[]>(text, { delimiter: ",", newline: "\n" });
      const rows = rowsOf(text);
      // Quotes behind spaces are ours alone; so is a row again below a fault.
      if (errors.length > 0 || /(^|[,\n]) +"|" +([,\n]|$)/.test(text)) continue;
      expect(
        rows.map(({ cells }) => cells),
        JSON.stringify(text),
      ).toEqual(data.length === 0 ? [[""]] : data);
    }
  });
});

describe("csvTable", () => {
  it.each([
    [",", "member,project,date,hours"],
    [";", "Member;Project;Date;Hours\n1;a,b,c,d;2027-02-22;1,5"],
    ["\t", ' "member"\tproject\tdate\thours\n1\ta,b;c\t2027-02-22\t1,5'],
    [";", "\n;;;\nnote, free;member;project;date;hours"],
    [";", "Hours, all, of, them\nmember;project;date;hours"],
    ["|", "member|project|date|hours"],
    ["^", "sep=^\nmember^project^date^hours"],
    [",", "a;b;c"],
    [",", ""],
  ])("finds %j in %j", (delimiter, text) => {
    expect(csvTable(text).delimiter).toBe(delimiter);
  });
});
