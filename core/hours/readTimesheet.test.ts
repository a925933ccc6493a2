import { describe, expect, it } from "vitest";
import type { Answers, Problem } from "./reading/TimesheetReading.ts";
import { readTimesheet } from "./readTimesheet.ts";
import { daysOfWeek } from "./weeks.ts";

// Week 2981 is Monday 22 to Sunday 28 February 2027; the town has 5 members, the coordinator is member 2.
const town = { weekIndex: 2981, members: 5, ownMember: 2 };
const head = "member,project,date,hours";
const [monday, tuesday] = daysOfWeek(town.weekIndex);

const read = (text: string, answers: Answers = {}) => readTimesheet(new TextEncoder().encode(text), town, { answers });

const quartersOf = async (text: string, answers: Answers = {}): Promise<number[]> => {
  const reading = await read(text, answers);
  if (reading.kind !== "read") throw new Error(JSON.stringify(reading));
  return [...reading.quarters];
};
const problemsOf = async (text: string): Promise<Problem[]> => {
  const reading = await read(text);
  return reading.kind === "refused" ? reading.problems : [];
};
const questionsOf = async (text: string, answers: Answers = {}) => {
  const reading = await read(text, answers);
  return reading.kind === "read" ? [] : reading.questions;
};
const codesOf = async (text: string): Promise<string[]> => {
  const reading = await read(text);
  if (reading.kind === "read") return [];
  const problems = reading.kind === "refused" ? reading.problems : [];
  return [...problems, ...reading.questions].map(({ row, code }) => `${row} ${code}`);
};
const passedOver = async (text: string) => {
  const reading = await read(text);
  if (reading.kind !== "read") throw new Error(JSON.stringify(reading));
  return Object.fromEntries(Object.entries(reading.passedOver).filter(([, rows]) => rows.length > 0));
};

describe("readTimesheet", () => {
  describe("given a good file", () => {
    it("sums each member's rows up to the last member with any time", async () => {
      const text = `${head}\n3,Kitchen,${monday},2\n1,Kitchen,${monday},0.25\n3,Garden,${tuesday},1.75\n`;

      expect(await read(text)).toEqual({
        kind: "read",
        quarters: Uint8Array.of(1, 0, 15),
        rows: [
          { row: 2, member: 3, project: "Kitchen", day: monday, quarters: 8 },
          { row: 3, member: 1, project: "Kitchen", day: monday, quarters: 1 },
          { row: 4, member: 3, project: "Garden", day: tuesday, quarters: 7 },
        ],
        totals: { active: 1, shifts: 1, quarters: 16 },
        passedOver: {
          title: [],
          header: [],
          total: [],
          words: [],
          zero: [],
          paid: [],
          repeated: [],
          hidden: [],
        },
      });
    });

    it("asks whether a week in which nobody gave time was one, and reads it then", async () => {
      expect(await questionsOf(head)).toEqual([{ row: 1, code: "nobody", options: ["yes"] }]);
      expect(await quartersOf(head, { nobody: "yes" })).toEqual([]);
      expect(await codesOf(`${head}\n1,Kitchen,${monday},0`)).toEqual(["1 nobody"]);
    });

    it("takes 255 quarters from one member", async () => {
      const rows = [24, 24, 15.75].map((hours, i) => `1,Kitchen,2027-02-2${i + 2},${hours}`);

      expect(await quartersOf(`${head}\n${rows.join("\n")}`)).toEqual([255]);
    });

    it("takes the coordinator for nobody's member when their number is 0", async () => {
      const bytes = new TextEncoder().encode(`${head}\n2,Kitchen,${monday},3`);
      const { weekIndex, members } = town;

      expect(await readTimesheet(bytes, { weekIndex, members, ownMember: 0 })).toMatchObject({ kind: "read" });
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
      ["numbers of members and hours as people write them", `${head}\n#1,Kitchen,${monday},2h 45m`],
      ["minutes that say so, and seconds", `${head}\n1.0,Kitchen,${monday},45 min\n1,Garden,${monday},02:00:00`],
      ["digits of other scripts", `${head}\n१,Kitchen,２０２７-０２-２２,٢٫٧٥`],
      ["the tail of a computer's arithmetic", `${head}\n1,Kitchen,${monday},2.7499999999999996`],
      ["dates, the month first", `${head}\n1,Kitchen,02/22/2027,2\n1,Kitchen,2/28/27,0.75`],
      ["dates, the day first", `${head}\n1,Kitchen,22/02/2027,2\n1,Kitchen,28-2-27,0.75`],
      ["dates with slashes, the year first", `${head}\n1,Kitchen,2027/02/22,2\n1,Kitchen,27/2/28,0.75`],
      ["a time behind a date", `${head}\n1,Kitchen,22.02.2027 14:30,2\n1,Kitchen,2027-02-28T09:00:00Z,0.75`],
      ["marks that nobody sees", `member,project,date,hours\u200b\n1,Kitchen,\u200e2027-02-22,2\u200d.75`],
      ["a line that names the separator", `sep=;\r\nmember;project;date;hours\r\n1;Kitchen;${monday};2,75\r\n`],
      ["bars", `member|project|date|hours\n1|Kitchen|${monday}|2,75`],
      ["quotes behind spaces", `${head}\n1, "A, B" ,${monday}, "2,75"`],
      ["titles above", `Hours of Willowmere,,,\nWeek 22-28 Feb,,,\n,,,\n${head}\n1,Kitchen,${monday},2.75`],
      ["a signature below", `${head}\n1,Kitchen,${monday},2.75\nSigned by Amina,,,`],
      ["the header once more", `${head}\n1,Kitchen,${monday},2\n${head}\n1,Kitchen,${tuesday},0.75`],
      ["nothing in a column that changes hours", `${head},minutes\n1,Kitchen,${monday},2.75,`],
      ["no project name", `${head}\n1,,${monday},2.75`],
    ])("reads %s", async (_, text) => {
      expect(await quartersOf(text)).toEqual([11]);
    });

    it("finds semicolons although decimal commas outnumber them", async () => {
      const rows = [1, 3, 4, 5].map((member) => `${member};a,b,c,d,e;${monday};1,25`);

      expect(await quartersOf(`member;project;date;hours\n${rows.join("\n")}`)).toEqual([5, 0, 5, 5, 5]);
    });

    it("adds a hundred quarters without a rounding error", async () => {
      const rows = Array.from({ length: 100 }, (_, i) => `1,Project ${i},2027-02-2${2 + (i % 7)},0.25`);

      expect(await quartersOf(`${head}\n${rows.join("\n")}`)).toEqual([100]);
    });
  });

  describe("given rows that do not count", () => {
    it("passes over rows of 0 hours, whatever else they say", async () => {
      const text = `${head}\n1,Kitchen,${monday},3\n9,Kitchen,${monday},0\n3,Kitchen,soon,0:00`;

      expect(await passedOver(text)).toEqual({ zero: [3, 4] });
    });

    it("passes over the hours of people who are paid", async () => {
      const text = `${head},paid\n1,Kitchen,${monday},3,no\n3,Kitchen,${monday},8,YES\n4,Kitchen,${monday},1,`;

      expect(await passedOver(text)).toEqual({ paid: [3] });
      expect(await quartersOf(text)).toEqual([12, 0, 0, 4]);
    });

    it("refuses what is neither paid nor unpaid", async () => {
      expect(await problemsOf(`${head},paid\n1,Kitchen,${monday},3,120.00`)).toEqual([
        { row: 2, code: "unclearPaid", paid: "120.00" },
      ]);
    });

    it("passes over totals that are the sum of the rows above, or of those since the last total", async () => {
      const rows = [`1,Kitchen,${monday},3`, `,Subtotal,,3`, `3,Kitchen,${monday},2`, `4,Garden,${monday},1.5`];
      const text = `${head}\n${[...rows, `Sub-total,,,3:30`, `Grand total,,,6.5`].join("\n")}`;

      expect(await passedOver(text)).toEqual({ total: [3, 6, 7] });
      expect(await quartersOf(text)).toEqual([12, 0, 8, 6]);
    });

    it("refuses a total that is another sum, once the rows are right", async () => {
      const rows = `${head}\n1,Kitchen,${monday},3\nTotal,,,6`;

      expect(await problemsOf(rows)).toEqual([{ row: 3, code: "wrongTotal", stated: "6", sum: 12 }]);
      expect(await codesOf(`${rows}\n1,Kitchen,${monday},x`)).toEqual(["4 badHours"]);
    });

    it.each([",Garden,,3", ",,,3", "Anna,,,3"])("takes %s for no total", async (row) => {
      expect(await codesOf(`${head}\n1,Kitchen,${monday},3\n${row}`)).toEqual(["3 unknownMember", "3 wrongWeek"]);
    });
  });

  describe("given further columns", () => {
    it.each(["minutes", "Status", "Approved?", "total hours", "unpaid", "paid hours", "Break (min)"])(
      "refuses %s, which changes what hours mean",
      async (name) => {
        expect(await problemsOf(`${head},${name}\n1,Kitchen,${monday},3,x`)).toEqual([
          { row: 1, code: "columnChangesHours", column: name.toLowerCase(), example: "x" },
        ]);
      },
    );

    it("asks about a column that it does not know, and about one without a name among ours", async () => {
      const phone = `${head},phone\n1,Kitchen,${monday},3,082-123`;
      const unnamed = `member,project,date,hours,,note\n1,Kitchen,${monday},3,45 x,rain`;

      const asked = { row: 1, code: "furtherColumn", options: ["pass"] };
      expect(await questionsOf(phone)).toMatchObject([{ ...asked, column: "phone", example: "082-123" }]);
      expect(await questionsOf(unnamed)).toMatchObject([{ ...asked, column: "E", example: "45 x" }]);
      expect(await quartersOf(phone, { "furtherColumn phone": "pass" })).toEqual([12]);
      expect(await quartersOf(phone, { furtherColumn: "pass" })).toEqual([12]);
      expect(await questionsOf(phone, { furtherColumn: "no" })).toHaveLength(1);
    });
  });

  describe("given a header that is not whole", () => {
    it.each([
      ["an empty file", "", 1, ["member", "project", "date", "hours"]],
      ["only blank rows", "\n\n", 1, ["member", "project", "date", "hours"]],
      ["a column missing", `member;project;date\n1;Kitchen;${monday}`, 1, ["hours"]],
      ["a header below a blank row", `\nmember,hours\n1,3`, 2, ["project", "date"]],
      ["a header below titles", `Hours,,\nmember;project;hours\n1;Kitchen;3`, 2, ["date"]],
      ["a header in other words", `Mitglied;Projekt;Datum;Stunden`, 1, ["member", "project", "date", "hours"]],
    ])("names the missing columns of %s", async (_, text, row, columns) => {
      expect(await problemsOf(text)).toEqual([{ row, code: "missingColumn", columns }]);
    });

    it("refuses two columns of one name", async () => {
      expect(await problemsOf(`${head},Hours\n1,Kitchen,${monday},3,4`)).toEqual([
        { row: 1, code: "repeatedColumn", columns: ["hours"] },
      ]);
    });
  });

  describe("given a header that is not where it should be", () => {
    it("refuses rows above it, as sorting leaves them", async () => {
      const text = `1,Kitchen,${monday},3\n3,Kitchen,${monday},3\n${head}\n4,Kitchen,${monday},3`;

      expect(await codesOf(text)).toEqual(["1 rowAboveHeader", "2 rowAboveHeader"]);
    });

    it("refuses it once more in another order", async () => {
      const text = `${head}\n1,Kitchen,${monday},3\nmember,date,project,hours\n3,${monday},Kitchen,4`;

      expect(await codesOf(text)).toEqual(["3 otherHeader", "4 wrongWeek"]);
    });
  });

  describe("given cells that are wrong", () => {
    it.each(["0", "6", "", "-1", "1.5", "1e0", "##1", "one", "#", "M1", "²", "9".repeat(40)])(
      "refuses member %j",
      async (member) => {
        expect(await problemsOf(`${head}\n${member},Kitchen,${monday},3`)).toEqual([
          { row: 2, code: "unknownMember", member, members: 5 },
        ]);
      },
    );

    it.each([
      "2027-02-21",
      "2027-03-01",
      "2027-02-30",
      "01.03.2027",
      "2027-22-02",
      "22.02.28",
      "22/02",
      "22/02-2027",
      "2027-02-22T",
      "2027-02-22 noon",
      "22 Feb 2027",
      "20270222",
      "Monday",
      "44980",
      "",
    ])("refuses date %j", async (date) => {
      expect(await problemsOf(`${head}\n1,Kitchen,${date},3`)).toEqual([
        { row: 2, code: "wrongWeek", date, firstDay: "2027-02-22", lastDay: "2027-02-28" },
      ]);
    });

    it("refuses hours with what was written", async () => {
      expect(await problemsOf(`${head}\n1,Kitchen,${monday},three\n3,Kitchen,${monday}, 1.1`)).toEqual([
        { row: 2, code: "badHours", hours: "three" },
        { row: 3, code: "notAQuarter", hours: "1.1", lower: "1", upper: "1.25" },
      ]);
    });

    it("refuses more than a day in one row, with what it is in minutes", async () => {
      const rows = ["24.25", "30", "45:30", "9".repeat(30)].map((hours) => `1,Kitchen,${monday},${hours}`);

      expect(await problemsOf(`${head}\n${rows.join("\n")}`)).toMatchObject([
        { row: 2, code: "moreThanADay", hours: "24.25", suggestion: "" },
        { row: 3, code: "moreThanADay", hours: "30", suggestion: "0:30" },
        { row: 4, code: "moreThanADay", hours: "45:30", suggestion: "" },
        { row: 5, code: "moreThanADay", suggestion: "" },
      ]);
    });

    it("refuses a date with day and month swapped against most rows", async () => {
      const rows = ["22/02/2027", "23/02/2027", "02/24/2027"].map((date) => `1,Kitchen,${date},1`);

      expect(await problemsOf(`${head}\n${rows.join("\n")}`)).toEqual([
        { row: 4, code: "otherOrder", date: "02/24/2027", suggestion: "2027-02-24" },
      ]);
    });

    it("tells the first 200 problems, and how many there are", async () => {
      const reading = await read(`${head}\n${Array.from({ length: 300 }, () => `1,Kitchen,${monday},x`).join("\n")}`);

      expect(reading).toMatchObject({ kind: "refused", problemCount: 300 });
      expect(reading.kind === "refused" && reading.problems.map(({ row }) => row).slice(-2)).toEqual([200, 201]);
    });

    it("says words of the file so that they alter nothing around them", async () => {
      const evil = "\u001b[2J\u202ex\u0301\u0301\u0301\u0301\u0301\u0301" + "y".repeat(200);
      const text = `${head},${evil}\n1,Kitchen,${monday},3,${evil}\n${evil},Kitchen,${evil},${evil}`;

      const reading = JSON.stringify(await read(text));
      expect(reading).toMatch(/"furtherColumn".*"column":"\[2jx/);
      expect(reading).not.toMatch(/u001b|\u202e|\u0301{5}|y{70}/);
    });

    it("refuses the coordinator's own hours", async () => {
      expect(await problemsOf(`${head}\n02,Kitchen,${monday},3`)).toEqual([{ row: 2, code: "ownHours", member: 2 }]);
    });

    it("reports every bad cell of a row, and every bad row", async () => {
      expect(await codesOf(`${head}\n9,Kitchen,soon,-1\n1,Kitchen,${monday},3\n2,Kitchen,soon,1.1\n3`)).toEqual([
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

    it("counts rows as a spreadsheet does: blank rows, yes, line breaks in a cell, no", async () => {
      expect(await codesOf(`${head}\n\n1,"two\nlines",${monday},3\n,,,\n1,Kitchen,${monday},x`)).toEqual([
        "5 badHours",
      ]);
    });
  });

  describe("given cells that cannot be told apart", () => {
    it.each([
      ["at the end", `${head}\n1,Kitchen,${monday},3,5`],
      ["before blank columns", `${head},,\n1,Kitchen,${monday},3,5,`],
      ["before a note", `${head},note\n1,Kitchen,${monday},3,5,rain`],
      ["before a blank note", `${head},note\n1,Kitchen,${monday},3,5,`],
      ["before a note that is left out", `${head},note\n1,Kitchen,${monday},3,5`],
      ["before the member", `date,hours,member,project,note\n${monday},3,5,1,Kitchen`],
      ["before a project that is blank", `date,hours,member,project\n${monday},3,5,1,`],
      ["of which one quote was lost", `${head},note\n1,Kitchen,${monday},3,5",`],
    ])("refuses a decimal comma without quotes %s", async (_, text) => {
      expect(await problemsOf(text)).toEqual([{ row: 2, code: "decimalComma", hours: "3,5", suggestion: "3.5" }]);
    });

    it("reads a note of figures in quotes", async () => {
      expect(await quartersOf(`${head},note\n1,Kitchen,${monday},3,"5"`)).toEqual([12]);
    });

    it("refuses cells beyond the last column, and rows with more cells than the others", async () => {
      expect(await problemsOf(`${head}\n1,Kitchen,${monday},3,rain`)).toEqual([
        { row: 2, code: "tooManyCells", cells: 5, columns: 4 },
      ]);
      const rows = [`${monday},3,Kitchen`, `${monday},3,Garden, north,`, `${monday},3,Bakery`].map((row) => `1,${row}`);
      expect(await codesOf(`member,date,hours,project,note\n${rows.join(",\n")},`)).toEqual(["3 tooManyCells"]);
    });

    it("refuses a cell that holds rows, where its quote begins", async () => {
      const rows = [`3,"Kitchen,${monday},3`, `4,Garden,${monday},6`, `1,Bakery",${monday},3`];

      expect(await problemsOf(`${head}\n${rows.join("\n")}`)).toEqual([{ row: 2, code: "swallowedRows", lines: 3 }]);
    });

    it.each([
      ["a quote that never closes", `1,"Kitchen,${monday},3\n3,Kitchen,${monday},x`],
      ["text behind a closing quote", `1,"Bakery" Ubuntu,${monday},3\n3,"Kitchen",${monday},x`],
      ["quotes that are not doubled", `1,"Bakery "Ubuntu"",${monday},3\n3,"Kitchen",${monday},x`],
    ])("takes each line for a row again below %s", async (_, rows) => {
      expect(await codesOf(`${head}\n1,Kitchen,${monday},-\n${rows}`)).toEqual([
        "2 badHours",
        "3 malformedQuote",
        "4 badHours",
      ]);
    });

    it("refuses a header with a malformed quote", async () => {
      expect(await codesOf(`"member,project,date,hours\n1,Kitchen,${monday},3`)).toEqual(["1 malformedQuote"]);
    });
  });

  describe("given rows that do not go together", () => {
    it("refuses the row that takes a member above 255 quarters, once", async () => {
      const rows = [24, 24, 15.75, 0.25, 1].map((hours, i) => `1,Kitchen,2027-02-2${i + 2},${hours}`);

      expect(await problemsOf(`${head}\n${rows.join("\n")}`)).toEqual([
        { row: 5, code: "tooManyHours", member: 1, quarters: 256 },
      ]);
    });

    it("asks about a member with more than 24 hours on one date", async () => {
      const rows = [20, 3, 1.25].map((hours, i) => `1,Project ${i},${monday},${hours}`);
      const text = `${head}\n${rows.join("\n")}`;

      const question = { row: 2, code: "longDay", options: ["yes"], member: 1, day: monday, quarters: 97 };
      expect(await questionsOf(text)).toEqual([question]);
      expect(await quartersOf(text, { "longDay 2": "yes" })).toEqual([97]);
    });

    it("asks about a row that repeats an earlier one, however it is written", async () => {
      const text = `${head}\n1,Gärten,${monday},3\n3,Gärten,${monday},3\n01, Ga\u0308rten,22.02.2027,3:00`;

      expect(await questionsOf(text)).toEqual([
        {
          row: 4,
          code: "repeatedRow",
          options: ["both", "once"],
          member: 1,
          project: "Gärten",
          day: monday,
          quarters: 12,
          firstRow: 2,
        },
      ]);
    });

    it.each(["River  path", "River\u00a0path", "RIVER PATH", "River-path", "Rivér path", "Rivеr path", " River path."])(
      "takes %j for River path",
      async (project) => {
        expect(await codesOf(`${head}\n1,River path,${monday},3\n1,${project},${monday},3`)).toEqual(["3 repeatedRow"]);
      },
    );

    it.each(["3,Kitchen", "1,Garden", "1,Kitchen 2"])("takes %s beside 1,Kitchen for another row", async (other) => {
      expect(await codesOf(`${head}\n1,Kitchen,${monday},3\n${other},${monday},3`)).toEqual([]);
    });

    it("sums a repeated row of which both are meant, leaves out one written twice, and asks about the others", async () => {
      const twice = `${head}\n1,Kitchen,${monday},3\n1,Kitchen,${monday},3`;
      const thrice = `${twice}\n1,Kitchen,${monday},3`;

      expect(await quartersOf(twice, { "repeatedRow 3": "both" })).toEqual([24]);
      expect(await quartersOf(twice, { "repeatedRow 3": "once" })).toEqual([12]);
      expect(await quartersOf(thrice, { repeatedRow: "both", "repeatedRow 4": "once" })).toEqual([24]);
      expect(await questionsOf(thrice, { "repeatedRow 3": "both" })).toMatchObject([{ row: 4, firstRow: 2 }]);
    });

    it("does not count a repeated row in its member's sum", async () => {
      const days = [22, 23, 24].map((day) => `1,Kitchen,2027-02-${day},20`);

      expect(await codesOf(`${head}\n${[...days, ...days.slice(0, 1)].join("\n")}`)).toEqual(["5 repeatedRow"]);
    });
  });
});
