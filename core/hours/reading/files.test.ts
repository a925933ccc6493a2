import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readTimesheet } from "../readTimesheet.ts";

// Timesheets as people write them. Week 2981 is 22 to 28 February 2027; the town has 30 members, the coordinator is member 2.

const folder = new URL("files/", import.meta.url);

/** The quarters of each member with any; or the rows of problems and questions, with their codes. */
const WANTED: Record<string, string> = {
  "D01-hh-mm-ss.csv": "3: 13",
  "D02-3h-15m.csv": "3: 13",
  "D03-3.25-h.csv": "3: 13",
  "D07-mm-ss-as-h-mm.csv": "refused 2 moreThanADay",
  "D08-minutes-as-hours.csv": "refused 2 moreThanADay, 3 moreThanADay, 4 moreThanADay",
  "D10-83-hours-a-day.csv": "asked 2 longDay",
  "D11-float-tail.csv": "3: 11",
  "D17-zero-row.csv": "3: 12",
  "D21-arabic.csv": "3: 13",
  "S01-sep-line.csv": "3: 11",
  "S02-utf16le.csv": "3: 12",
  "S06-title-above.csv": "3: 12",
  "S07-total-row.csv": "3: 12, 4: 12",
  // Nothing tells this subtotal from a project of that name: the preview does, and last week's difference.
  "S08-subtotal-row.csv": "3: 40",
  "S14-stray-quotes-swallow.csv": "refused 2 swallowedRows",
  "S15-unquoted-decimal-comma-note.csv": "refused 2 decimalComma, 3 decimalComma, 4 decimalComma",
  "S21-zwsp-header.csv": "3: 12",
  "S22-nbsp-duplicate.csv": "asked 3 repeatedRow",
  "S25-minutes-column.csv": "refused 1 columnChangesHours",
  "S26-status-declined.csv": "refused 1 columnChangesHours",
  "S32-member-hash.csv": "3: 12",
  "S36-member-arabic.csv": "3: 12",
  "S40-header-only.csv": "asked 1 nobody",
  "T01-yyyy-slash-mm-slash-dd.csv": "3: 12",
  "T02-dd-slash-mm-slash-yyyy.csv": "3: 12",
  "T03-mm-slash-dd-slash-yyyy.csv": "3: 12",
  "T06-date-time.csv": "3: 12",
  "T15-lrm.csv": "3: 12",
};

async function outcomeOf(name: string, weekIndex: number): Promise<string> {
  const bytes = readFileSync(new URL(name, folder));
  const reading = await readTimesheet(bytes, { weekIndex, members: 30, ownMember: 2 });
  if (reading.kind === "read") {
    return Array.from(reading.quarters, (quarters, i) => ({ quarters, member: i + 1 }))
      .filter(({ quarters }) => quarters > 0)
      .map(({ quarters, member }) => `${member}: ${quarters}`)
      .join(", ");
  }
  const told = reading.kind === "refused" ? reading.problems : reading.questions;
  return `${reading.kind} ${told.map(({ row, code }) => `${row} ${code}`).join(", ")}`;
}

describe("readTimesheet", () => {
  it.each(Object.entries(WANTED))("takes %s as %s", async (name, wanted) => {
    expect(await outcomeOf(name, 2981)).toBe(wanted);
  });

  it("names every row of a whole town's week that has a decimal comma without quotes", async () => {
    const name = "S15-whole-town.csv";
    const lines = readFileSync(new URL(name, folder), "utf8").split("\n");
    const rows = lines.flatMap((line, i) => (/-\d\d,\d+,\d+,/.test(line) ? [i + 1] : []));

    expect(rows.length).toBeGreaterThan(20);
    expect(await outcomeOf(name, 3015)).toBe(`refused ${rows.map((row) => `${row} decimalComma`).join(", ")}`);
  });

  it("knows what is wanted of every file", () => {
    expect(readdirSync(folder).sort()).toEqual([...Object.keys(WANTED), "S15-whole-town.csv"].sort());
  });
});
