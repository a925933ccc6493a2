import { describe, expect, it } from "vitest";
import { readTimesheet } from "./readTimesheet.ts";
import { daysOfWeek } from "./weeks.ts";

const ROWS = 100_000;

/** Nothing else of a page may wait longer for its turn. */
const FRAME = 100;

describe("readTimesheet", () => {
  const town = { weekIndex: 3000, members: 24_000, ownMember: 0 };
  const days = daysOfWeek(town.weekIndex);
  const rowsOf = (project: string): string[] =>
    Array.from({ length: ROWS }, (_, i) => `${(i % town.members) + 1};${project};${days[i % 7]};${i % 9},75`);

  it.each([
    ["plain", "Kitchen"],
    ["quoted", '"River path; ""north"" bank"'],
    ["wrong", "Kitchen;x"],
  ])("reads 100,000 %s rows within 2 seconds, in slices that leave a page alive", async (name, project) => {
    const bytes = new TextEncoder().encode(["member;project;date;hours", ...rowsOf(project)].join("\r\n"));
    let longest = 0;
    let began = performance.now();
    const pause = async (): Promise<void> => {
      longest = Math.max(longest, performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve));
      began = performance.now();
    };

    const started = performance.now();
    const reading = await readTimesheet(bytes, town, { pause });
    const took = Math.round(performance.now() - started);
    longest = Math.round(Math.max(longest, performance.now() - began));

    console.log(`100,000 ${name} rows read in ${took} ms, the longest slice ${longest} ms`);
    if (reading.kind === "read") expect(reading.rows.length).toBe(ROWS);
    if (reading.kind === "refused") expect(reading.problemCount).toBe(ROWS);
    expect(reading.kind).toBe(name === "wrong" ? "refused" : "read");
    expect(took).toBeLessThan(2_000);
    expect(longest).toBeLessThan(FRAME);
  });
});
