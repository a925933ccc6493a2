import { describe, expect, it } from "vitest";
import { findRepeatedRows, readTimesheet, sumQuarters } from "./readTimesheet.ts";
import { daysOfWeek } from "./weeks.ts";

// Week 2981 is Monday 22 to Sunday 28 February 2027; the town has 5 members, the coordinator is member 2.
const town = { weekIndex: 2981, members: 5, ownMember: 2 };
const head = "member,project,date,hours";
const [monday, tuesday] = daysOfWeek(town.weekIndex);

const quartersOf = (text: string): number[] => {
  const reading = readTimesheet(text, town);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return [...reading.quarters];
};
const errorsOf = (text: string) => {
  const reading = readTimesheet(text, town);
  return reading.ok ? [] : reading.errors;
};
const codesOf = (text: string): string[] => errorsOf(text).map(({ row, code }) => `${row} ${code}`);

describe("readTimesheet", () => {
  describe("given a good file", () => {
    it("sums each member's rows up to the last member with any time", () => {
      const text = `${head}\n3,Kitchen,${monday},2\n1,Kitchen,${monday},0.25\n3,Garden,${tuesday},1.75\n`;

      expect(readTimesheet(text, town)).toEqual({
        ok: true,
        quarters: Uint8Array.of(1, 0, 15),
        rows: [
          { row: 2, member: 3, project: "Kitchen", day: monday, quarters: 8 },
          { row: 3, member: 1, project: "Kitchen", day: monday, quarters: 1 },
          { row: 4, member: 3, project: "Garden", day: tuesday, quarters: 7 },
        ],
        totals: { active: 1, shifts: 1, quarters: 16 },
      });
    });

    it("reads a week in which nobody gave time", () => {
      expect(quartersOf(head)).toEqual([]);
    });

    it("takes 255 quarters from one member", () => {
      expect(quartersOf(`${head}\n1,Kitchen,${monday},63.75`)).toEqual([255]);
    });

    it("takes the coordinator for nobody's member when their number is 0", () => {
      expect(readTimesheet(`${head}\n2,Kitchen,${monday},3`, { ...town, ownMember: 0 }).ok).toBe(true);
    });
  });

  describe("given the ways spreadsheets write a file", () => {
    it.each([
      ["commas and points", `${head}\n1,Kitchen,${monday},2.75`],
      ["semicolons and decimal commas", `member;project;date;hours\n1;Kitchen;${monday};2,75`],
      ["tabs and clock times", `member\tproject\tdate\thours\n1\tKitchen\t${monday}\t2:45`],
      ["tabs, the first column unnamed", `\tmember\tproject\tdate\thours\nx\t1\tKitchen\t${monday}\t2:45`],
      ["a byte-order mark before a quoted header", `\ufeff"member","project","date","hours"\n1,Kitchen,${monday},2.75`],
      ["CRLF", `${head}\r\n1,Kitchen,${monday},2.75\r\n`],
      ["CR", `${head}\r1,Kitchen,${monday},2.75\r`],
      ["mixed line ends", `${head}\r\n1,Kitchen,${monday},2\n1,Kitchen,${tuesday},0.75\r\n`],
      ["German dates", `${head}\n1,Kitchen,22.02.2027,2\n1,Kitchen,28.2.2027,0.75`],
      ["columns in another order and case, padded", ` HOURS ,Date, project,MeMbEr\n2.75,${monday},Kitchen,1`],
      ["further columns", `${head},note\n1,Kitchen,${monday},2.75,"rain, all day"`],
      ["padded cells", `${head}\n 1 , Kitchen , ${monday} ,\u00a02.75 `],
      ["a number with leading zeros", `${head}\n001,Kitchen,${monday},2.75`],
      ["blank rows and rows of separators", `\n,,,\n${head}\n\n1,Kitchen,${monday},2.75\n,,,\n , ,\n\n`],
      ["blank cells behind the last column", `${head},,\n1,Kitchen,${monday},2.75,,,,\n`],
      ["a project with separators, quotes and a line break", `${head}\n1,"A, ""B""; C\r\nD",${monday},2.75`],
      ["a project with another delimiter in every row", `${head}\n1,a;b;c;d,${monday},2.75`],
      ["quotes inside an unquoted cell", `${head}\n1,Bakery "Ubuntu",${monday},2.75`],
      ["no project name", `${head}\n1,,${monday},2.75`],
    ])("reads %s", (_, text) => {
      expect(quartersOf(text)).toEqual([11]);
    });

    it("finds semicolons although decimal commas outnumber them", () => {
      const rows = [1, 3, 4, 5].map((member) => `${member};a,b,c,d,e;${monday};1,25`);

      expect(quartersOf(`member;project;date;hours\n${rows.join("\n")}`)).toEqual([5, 0, 5, 5, 5]);
    });

    it("adds a hundred quarters without a rounding error", () => {
      const rows = Array.from({ length: 100 }, (_, i) => `1,Project ${i},${monday},0.25`);

      expect(quartersOf(`${head}\n${rows.join("\n")}`)).toEqual([100]);
    });
  });

  describe("given a header that is not whole", () => {
    it.each([
      ["an empty file", "", 1, ["member", "project", "date", "hours"]],
      ["only blank rows", "\n\n", 1, ["member", "project", "date", "hours"]],
      ["a column missing", `member;project;date\n1;Kitchen;${monday}`, 1, ["hours"]],
      ["a header below a blank row", `\nmember,hours\n1,3`, 2, ["project", "date"]],
      ["a header in other words", `Mitglied;Projekt;Datum;Stunden`, 1, ["member", "project", "date", "hours"]],
    ])("names the missing columns of %s", (_, text, row, columns) => {
      expect(errorsOf(text)).toEqual([{ row, code: "missingColumn", columns }]);
    });

    it("refuses two columns of one name", () => {
      expect(errorsOf(`${head},Hours\n1,Kitchen,${monday},3,4`)).toEqual([
        { row: 1, code: "repeatedColumn", columns: ["hours"] },
      ]);
    });
  });

  describe("given cells that are wrong", () => {
    it.each(["0", "6", "", "-1", "1.0", "1e0", "#1", "one", "١", "9".repeat(40)])("refuses member %j", (member) => {
      expect(errorsOf(`${head}\n${member},Kitchen,${monday},3`)).toEqual([
        { row: 2, code: "unknownMember", member, members: 5 },
      ]);
    });

    it.each([
      "2027-02-21",
      "2027-03-01",
      "2027-02-30",
      "01.03.2027",
      "2027-2-22",
      "22.02.27",
      "22/02/2027",
      "02/22/2027",
      "2027-02-22T00:00",
      "Monday",
      "44980",
      "",
    ])("refuses date %j", (date) => {
      expect(errorsOf(`${head}\n1,Kitchen,${date},3`)).toEqual([
        { row: 2, code: "wrongWeek", date, firstDay: "2027-02-22", lastDay: "2027-02-28" },
      ]);
    });

    it("refuses hours with what was written", () => {
      expect(errorsOf(`${head}\n1,Kitchen,${monday},three\n3,Kitchen,${monday}, 1.1`)).toEqual([
        { row: 2, code: "badHours", hours: "three" },
        { row: 3, code: "notAQuarter", hours: "1.1" },
      ]);
    });

    it("refuses the coordinator's own hours", () => {
      expect(errorsOf(`${head}\n02,Kitchen,${monday},3`)).toEqual([{ row: 2, code: "ownHours", member: 2 }]);
    });

    it("reports every bad cell of a row, and every bad row", () => {
      expect(codesOf(`${head}\n9,Kitchen,soon,-1\n1,Kitchen,${monday},3\n2,Kitchen,soon,1.1\n3`)).toEqual([
        "2 unknownMember",
        "2 wrongWeek",
        "2 badHours",
        "4 ownHours",
        "4 wrongWeek",
        "4 notAQuarter",
        "5 wrongWeek",
        "5 badHours",
      ]);
    });

    it("counts rows as a spreadsheet does: blank rows, yes, line breaks in a cell, no", () => {
      expect(codesOf(`${head}\n\n1,"two\nlines",${monday},3\n,,,\n1,Kitchen,${monday},x`)).toEqual(["5 badHours"]);
    });
  });

  describe("given cells that cannot be told apart", () => {
    it("refuses a decimal comma in a file separated by commas", () => {
      expect(errorsOf(`${head}\n1,Kitchen,${monday},3,5`)).toEqual([
        { row: 2, code: "tooManyCells", cells: 5, columns: 4 },
      ]);
    });

    it("refuses it also when blank columns stand behind the last one", () => {
      expect(codesOf(`${head},,\n1,Kitchen,${monday},3,5,`)).toEqual(["2 tooManyCells"]);
    });

    it.each([
      ["a quote that never closes", `1,"Kitchen,${monday},3\n3,Kitchen,${monday},x`],
      ["text behind a closing quote", `1,"Bakery" Ubuntu,${monday},3\n3,"Kitchen",${monday},x`],
      ["quotes that are not doubled", `1,"Bakery "Ubuntu"",${monday},3\n3,"Kitchen",${monday},x`],
    ])("stops at %s, having checked the rows above", (_, rows) => {
      expect(codesOf(`${head}\n1,Kitchen,${monday},0\n${rows}`)).toEqual(["2 badHours", "3 malformedQuote"]);
    });

    it("refuses a header with a malformed quote", () => {
      expect(codesOf(`"member,project,date,hours\n1,Kitchen,${monday},3`)).toEqual(["1 malformedQuote"]);
    });
  });

  describe("given rows that do not go together", () => {
    it("refuses the row that takes a member above 255 quarters, once", () => {
      const rows = [60, 3.75, 0.25, 1].map((hours, i) => `1,Project ${i},${monday},${hours}`);

      expect(errorsOf(`${head}\n${rows.join("\n")}`)).toEqual([
        { row: 4, code: "tooManyHours", member: 1, quarters: 256 },
      ]);
    });

    it("refuses one row above 255 quarters", () => {
      expect(codesOf(`${head}\n1,Kitchen,${monday},64\n3,Kitchen,${monday},${"9".repeat(30)}`)).toEqual([
        "2 tooManyHours",
        "3 tooManyHours",
      ]);
    });

    it("refuses a row that repeats an earlier one, however it is written", () => {
      const text = `${head}\n1,Gärten,${monday},3\n3,Gärten,${monday},3\n01, Ga\u0308rten,22.02.2027,3:00`;

      expect(errorsOf(text)).toEqual([{ row: 4, code: "repeatedRow", member: 1, firstRow: 2 }]);
    });

    it.each(["3,Kitchen", "1,Garden", "1,kitchen"])("takes %s beside 1,Kitchen for another row", (other) => {
      expect(codesOf(`${head}\n1,Kitchen,${monday},3\n${other},${monday},3`)).toEqual([]);
    });

    it("sums a repeated row that the coordinator confirms, and refuses those that nobody confirmed", () => {
      const twice = `${head}\n1,Kitchen,${monday},3\n1,Kitchen,${monday},3`;
      const thrice = `${twice}\n1,Kitchen,${monday},3`;

      expect(readTimesheet(twice, town, [3])).toMatchObject({ ok: true, quarters: Uint8Array.of(24) });
      expect(readTimesheet(thrice, town, [3])).toMatchObject({
        ok: false,
        errors: [{ row: 4, code: "repeatedRow", member: 1, firstRow: 2 }],
      });
    });

    it("does not count a repeated row in its member's sum", () => {
      expect(codesOf(`${head}\n1,Kitchen,${monday},40\n1,Kitchen,${monday},40\n1,Garden,${monday},20`)).toEqual([
        "3 repeatedRow",
      ]);
    });
  });
});

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
