import { crc32 } from "node:zlib";
import { writeOds } from "hucre/ods";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { readTimesheet } from "../readTimesheet.ts";
import type { Answers } from "./TimesheetReading.ts";

// Week 2981 is Monday 22 to Sunday 28 February 2027.
const town = { weekIndex: 2981, members: 30, ownMember: 2 };
const read = (bytes: Uint8Array, answers: Answers = {}) => readTimesheet(bytes, town, { answers });

/** A zip file that compresses nothing. */
function zip(files: Record<string, string>): Uint8Array {
  const entries = Object.entries(files).map(([name, text]) => ({ name: Buffer.from(name), data: Buffer.from(text) }));
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data } of entries) {
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt32LE(crc32(data), 10);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(data.length, 18);
    head.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), head, place, name);
    const part = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), head, name, data]);
    parts.push(part);
    at += part.length;
  }
  const middle = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(middle.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, middle, Buffer.from("PK\x05\x06", "latin1"), end]);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** An .xlsx file as Excel writes it: styles 1, 2 and 3 are a date, h:mm and [h]:mm. */
function excel(sheetData: string, workbookPr = ""): Uint8Array {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  return zip({
    "[Content_Types].xml": `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/></Types>`,
    "_rels/.rels": `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${workbookPr}<sheets><sheet name="Week" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    "xl/styles.xml": `${XML}<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="20" applyNumberFormat="1"/><xf numFmtId="46" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `${XML}<sst xmlns="${MAIN}">${["member", "project", "date", "hours", "Kitchen"].map((text) => `<si><t>${text}</t></si>`).join("")}</sst>`,
    "xl/worksheets/sheet1.xml": `${XML}<worksheet xmlns="${MAIN}"><sheetData><row r="3"><c r="B3" t="s"><v>0</v></c><c r="C3" t="s"><v>1</v></c><c r="D3" t="s"><v>2</v></c><c r="E3" t="s"><v>3</v></c></row>${sheetData}</sheetData></worksheet>`,
  });
}

/** A row of Excel with a member, the kitchen, a day as a number of days, and hours. */
function excelRow(row: number, member: number, day: number, hours: string): string {
  return `<row r="${row}"><c r="B${row}"><v>${member}</v></c><c r="C${row}" t="s"><v>4</v></c><c r="D${row}" s="1"><v>${day}</v></c><c r="E${row}"${hours}</c></row>`;
}

/** An .ods file as LibreOffice writes it. */
function libreOffice(rows: string): Uint8Array {
  const names = ["table", "office", "text"].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  const cell = (text: string) =>
    `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
  return zip({
    mimetype: "application/vnd.oasis.opendocument.spreadsheet",
    "content.xml": `${XML}<office:document-content ${names.join(" ")}><office:body><office:spreadsheet><table:table table:name="Week"><table:table-row>${["member", "project", "date", "hours"].map(cell).join("")}<table:table-cell table:number-columns-repeated="16380"/></table:table-row>${rows}<table:table-row table:number-rows-repeated="1048560"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`,
  });
}

function libreRow(member: number, day: string, hours: string, repeated = ""): string {
  return `<table:table-row${repeated}><table:table-cell office:value-type="float" office:value="${member}"><text:p>${member}</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Kitchen</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="${day}"><text:p>22 Feb</text:p></table:table-cell>${hours}</table:table-row>`;
}

const quartersOf = async (bytes: Uint8Array, answers: Answers = {}) => {
  const reading = await read(bytes, answers);
  if (reading.kind !== "read") throw new Error(JSON.stringify(reading));
  return [...reading.quarters];
};

describe("readTimesheet, of a file of Excel", () => {
  const MONDAY = 46_440; // days since 1899-12-30

  it("reads numbers, times, hours that are shown as times, formulas by their value, and text", async () => {
    const rows = [
      excelRow(4, 3, MONDAY, "><v>2.7499999999999996</v>"),
      excelRow(5, 4, MONDAY + 1, ' s="2"><v>0.13541666666666666</v>'),
      excelRow(6, 5, MONDAY + 2, ' s="3"><v>1</v>'),
      excelRow(7, 6, MONDAY + 6, "><f>1+2</f><v>3</v>"),
      excelRow(8, 7, MONDAY + 6, ' t="inlineStr"><is><t>2,75</t></is>'),
    ];

    expect(await quartersOf(excel(rows.join("")))).toEqual([0, 0, 11, 13, 96, 12, 11]);
  });

  it("tells rows as the sheet numbers them, and what their cells say", async () => {
    const rows = [
      excelRow(5, 3, MONDAY, ' s="3"><v>1.25</v>'),
      excelRow(9, 3, MONDAY + 7, "><f>1+2</f>"),
      excelRow(10, 3, MONDAY, ' t="e"><v>#REF!</v>'),
      excelRow(11, 3, MONDAY, ' s="1"><v>46440</v>'),
    ];

    expect(await read(excel(rows.join("")))).toMatchObject({
      kind: "refused",
      problems: [
        { row: 5, code: "moreThanADay", hours: "30:00:00" },
        { row: 9, code: "wrongWeek", date: "2027-03-01T00:00:00" },
        { row: 9, code: "badHours", hours: "" },
        { row: 10, code: "badHours", hours: "#REF!" },
        { row: 11, code: "badHours", hours: "2027-02-22T00:00:00" },
      ],
    });
  });

  it("reads dates and times that count from 1904", async () => {
    const rows = `${excelRow(4, 3, MONDAY - 1_462, "><v>3</v>")}${excelRow(5, 4, MONDAY - 1_462, ' s="2"><v>0.25</v>')}`;

    expect(await quartersOf(excel(rows, '<workbookPr date1904="1"/>'))).toEqual([0, 0, 12, 24]);
  });

  it("asks about rows that are hidden", async () => {
    const rows = `${excelRow(4, 3, MONDAY, "><v>3</v>")}${excelRow(5, 4, MONDAY, "><v>3</v>").replace("<row", '<row hidden="1"')}`;

    expect(await read(excel(rows))).toMatchObject({
      kind: "asked",
      questions: [{ row: 5, code: "hiddenRows", rows: 1 }],
    });
    expect(await quartersOf(excel(rows), { hiddenRows: "count" })).toEqual([0, 0, 12, 12]);
    expect(await quartersOf(excel(rows), { hiddenRows: "leave" })).toEqual([0, 0, 12]);
  });
});

describe("readTimesheet, of a file of LibreOffice", () => {
  const float = '<table:table-cell office:value-type="float" office:value="2.75"><text:p>3</text:p></table:table-cell>';
  const time =
    '<table:table-cell office:value-type="time" office:time-value="PT03H15M00S"><text:p>3:15 AM</text:p></table:table-cell>';

  it("reads numbers and times by their value, not as they are shown", async () => {
    expect(
      await quartersOf(libreOffice(libreRow(3, "2027-02-22", float) + libreRow(4, "2027-02-28T09:00:00", time))),
    ).toEqual([0, 0, 11, 13]);
  });

  it("sees rows that the file writes once because they are the same", async () => {
    const rows = libreRow(3, "2027-02-22", float, ' table:number-rows-repeated="2"');

    expect(await read(libreOffice(rows))).toMatchObject({
      kind: "asked",
      questions: [{ row: 3, code: "repeatedRow", firstRow: 2 }],
    });
  });
});

describe("readTimesheet, of any spreadsheet", () => {
  const rows = [
    ["member", "project", "date", "hours"],
    [3, "Kitchen", new Date(Date.UTC(2027, 1, 22)), 3.25],
  ];

  it.each([
    ["xlsx", writeXlsx],
    ["ods", writeOds],
  ])(
    "asks which sheet of an .%s file it is, when several have hours, and takes the only one that has",
    async (_, write) => {
      const notes = { name: "Notes", rows: [["Remember the keys"]] };
      const two = await write({ sheets: [notes, { name: "Old", rows }, { name: "New", rows }] });

      expect(await read(two)).toMatchObject({
        kind: "asked",
        questions: [{ row: 0, code: "whichSheet", options: ["Old", "New"] }],
      });
      expect(await quartersOf(two, { whichSheet: "New" })).toEqual([0, 0, 13]);
      expect(await quartersOf(await write({ sheets: [notes, { name: "New", rows }] }))).toEqual([0, 0, 13]);
    },
  );

  it.each([
    ["xlsx", writeXlsx],
    ["ods", writeOds],
  ])("says so when an .%s file is damaged, wherever", async (_, write) => {
    const bytes = await write({ sheets: [{ name: "Week", rows }] });
    for (let end = 100; end < bytes.length; end += 97) {
      expect((await read(bytes.subarray(0, end))).kind).toBe("refused");
    }
  });

  it.each([
    ["%PDF-1.7 …", "pdf"],
    ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "oldExcel"],
    ["\x1f\x8b\x08", "archive"],
    ["\x89PNG\r\n\x1a\n\0\0", "unknown"],
  ])("says what %j is instead", async (beginning, format) => {
    const problems = [{ row: 0, code: "notATable", format }];
    expect(await read(Buffer.from(beginning, "latin1"))).toMatchObject({ kind: "refused", problems });
  });
});
