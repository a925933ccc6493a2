import { expect, it } from "vitest";
import { rewritten, sheetOf, textOf } from "./Sheet.ts";
import { templateOf } from "./template.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);

it("is another file once it is changed, which the person has not got yet", () => {
  const sheet = sheetOf("week 7.CSV", bytesOf("a"), true);
  const mended = rewritten(sheet, "b");

  expect(mended).toMatchObject({ id: sheet.id, name: "week 7-mended.csv", isKept: false });
  expect(rewritten(mended, "c").name).toBe("week 7-mended.csv");
  expect(sheetOf("week 7.CSV", bytesOf("a"), true).id).not.toBe(sheet.id);
});

it("shows its text to be mended, but not that of a spreadsheet, nor of one that would hold the page up", async () => {
  expect(await textOf({ bytes: bytesOf("member\r\n1") })).toBe("member\n1");
  expect(await textOf({ bytes: bytesOf("PK\u0003\u0004") })).toBeNull();
  expect(await textOf({ bytes: bytesOf("x".repeat(300_000)) })).toBeNull();
});

it("can begin as an empty file, with a row of 0 hours for each member of the week before", () => {
  const text = new TextDecoder().decode(templateOf(2_981, Uint8Array.of(0, 5, 0, 12)));

  expect(text.split(/\r\n/)).toEqual([
    "member,project,date,hours,paid,note",
    "2,,2027-02-22,0,no,",
    "4,,2027-02-22,0,no,",
    "",
  ]);
});
