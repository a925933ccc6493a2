import { describe, expect, it } from "vitest";
import { daysOfWeek } from "./weeks.ts";
import { readTimesheet } from "./readTimesheet.ts";

describe("readTimesheet", () => {
  const town = { weekIndex: 3000, members: 24_000, ownMember: 0 };
  const days = daysOfWeek(town.weekIndex);
  const rowsOf = (project: string): string[] =>
    Array.from({ length: 100_000 }, (_, i) => `${(i % town.members) + 1};${project};${days[i % 7]};${i % 9},75`);

  it.each([
    ["plain", "Kitchen"],
    ["quoted", '"River path; ""north"" bank"'],
  ])("reads 100,000 %s rows within 2 seconds", (name, project) => {
    const text = ["member;project;date;hours", ...rowsOf(project)].join("\r\n");

    const started = performance.now();
    const reading = readTimesheet(text, town);
    const took = Math.round(performance.now() - started);

    console.log(`100,000 ${name} rows read in ${took} ms`);
    expect(reading.ok && reading.rows.length).toBe(100_000);
    expect(took).toBeLessThan(2_000);
  });
});
