import { describe, expect, it } from "vitest";
import { damageQuote, writtenTimesheet } from "../testing/writtenTimesheet.ts";
import type { TimesheetReading } from "./reading/TimesheetReading.ts";
import { readTimesheet } from "./readTimesheet.ts";

/** How many random files of each kind are read: 15,000 and 7,500 in a long search. */
const STYLES = Number(process.env["TIMESHEET_STYLES"] ?? 600);
const DAMAGES = Number(process.env["TIMESHEET_DAMAGES"] ?? 300);
const LONG = 600_000;

const read = (bytes: Uint8Array, { town }: ReturnType<typeof writtenTimesheet>) =>
  readTimesheet(bytes, town, { pause: async () => {} });

/** Whether hours would be counted that nobody meant. */
function isWrong(reading: TimesheetReading, meant: readonly number[]): boolean {
  return reading.kind === "read" && meant.some((quarters, i) => (reading.quarters[i] ?? 0) !== quarters);
}

describe("readTimesheet", () => {
  it("reads random files of random writers as what was meant, or refuses or asks", { timeout: LONG }, async () => {
    const outcomes = { read: 0, asked: 0, refused: 0 };
    const wrong: number[] = [];
    const unread: number[] = [];
    for (let seed = 1; seed <= STYLES; seed++) {
      const written = writtenTimesheet(seed);
      const reading = await read(written.bytes, written);
      outcomes[reading.kind]++;
      if (isWrong(reading, written.meant)) wrong.push(seed);
      if (written.isCareful && reading.kind === "refused") unread.push(seed);
    }

    console.log(`${STYLES} writers: ${JSON.stringify(outcomes)}, silently wrong ${wrong.length}`);
    expect(wrong).toEqual([]);
    // A note of figures behind the hours cannot be told from a decimal comma; nothing else of a careful writer is refused.
    expect(unread.length).toBeLessThan(STYLES / 60);
    expect(outcomes.read).toBeGreaterThan(STYLES * 0.7);
  });

  it("counts nothing wrong in random files of which a quote was deleted or doubled", { timeout: LONG }, async () => {
    const outcomes = { read: 0, asked: 0, refused: 0 };
    const wrong: number[] = [];
    let seed = 0;
    for (let done = 0; done < DAMAGES; done++) {
      let damaged: string | undefined;
      while (damaged === undefined) damaged = damageQuote(writtenTimesheet(++seed).text, seed);
      const written = writtenTimesheet(seed);
      const reading = await read(new TextEncoder().encode(damaged), written);
      outcomes[reading.kind]++;
      if (isWrong(reading, written.meant)) wrong.push(seed);
    }

    console.log(`${DAMAGES} damaged files: ${JSON.stringify(outcomes)}, silently wrong ${wrong.length}`);
    expect(wrong).toEqual([]);
    expect(outcomes.refused).toBeGreaterThan(DAMAGES * 0.8);
  });

  it("refuses each of 100 random timesheets when its hours column has another name", async () => {
    for (let seed = 1; seed <= 100; seed++) {
      const written = writtenTimesheet(seed);
      const bytes = new TextEncoder().encode(written.text.replaceAll(/h(ours)/gi, "$1"));
      expect((await read(bytes, written)).kind, `seed ${seed}`).toBe("refused");
    }
  });
});
