import { readdirSync, readFileSync } from "node:fs";
import { i18n } from "../../../../content/i18n.ts";
import { describeProblem } from "../../../../content/describeProblem.ts";
import { describeQuestion } from "../../../../content/describeQuestion.ts";
import { expect, it } from "vitest";
import { readSheet, type SheetRead } from "./SheetRead.ts";

const town = { weekIndex: 2981, members: 30, ownMember: 2 };

const folder = new URL("../../../../../../core/hours/reading/files/", import.meta.url);

function toldOf(read: SheetRead): string[] {
  if (read.kind === "read") return [];
  const problems = read.kind === "refused" ? read.problems.map(describeProblem) : [];
  return [...problems, ...read.questions.map(describeQuestion)].map((words) => i18n._(words));
}

it.each(readdirSync(folder))("has a sentence for all that is wrong with %s", async (name) => {
  const read = await readSheet({ bytes: readFileSync(new URL(name, folder)), town, answers: {} });

  expect(read.kind === "read" || toldOf(read).length > 0).toBe(true);
  for (const text of toldOf(read)) expect(text).not.toMatch(/undefined|NaN|“”/);
});

it("names where each member first stands, and the first of the rows that do not count", async () => {
  const rows = Array.from({ length: 12 }, () => "4,Kitchen,2027-02-22,0");
  const text = ["member,project,date,hours", ...rows, "5,Kitchen,2027-02-22,3", "5,Kitchen,2027-02-23,3"].join("\n");
  const read = await readSheet({ bytes: new TextEncoder().encode(text), town, answers: {} });
  if (read.kind !== "read") throw new Error(read.kind);

  expect([...read.firstRow]).toEqual([0, 0, 0, 0, 14]);
  expect(read.rows).toBe(2);
  expect(read.passedOver.zero).toEqual({ first: [2, 3, 4, 5, 6, 7, 8, 9, 10, 11], count: 12 });
});
