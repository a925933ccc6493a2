import type { Problem, Question } from "@one-small-town/core/hours/reading/TimesheetReading.ts";
import { describe, expect, it } from "vitest";
import { describeProblem } from "./describeProblem.ts";
import { describeAnswer, describeQuestion } from "./describeQuestion.ts";
import { i18n } from "./i18n.ts";

/** One of each kind at least; a kind that is missing here does not compile. */
const problems: { [Code in Problem["code"]]: Extract<Problem, { code: Code }>[] } = {
  notATable: (["pdf", "oldExcel", "archive", "unknown"] as const).map((format) => ({
    row: 0,
    code: "notATable",
    format,
  })),
  tooBig: [{ row: 0, code: "tooBig", bytes: 70_000_000, most: 67_108_864 }],
  unreadable: [{ row: 0, code: "unreadable" }],
  missingColumn: [{ row: 1, code: "missingColumn", columns: ["date", "hours"] }],
  repeatedColumn: [{ row: 1, code: "repeatedColumn", columns: ["hours"] }],
  columnChangesHours: [{ row: 1, code: "columnChangesHours", column: "minutes", example: "45" }],
  rowAboveHeader: [{ row: 1, code: "rowAboveHeader" }],
  otherHeader: [{ row: 9, code: "otherHeader" }],
  malformedQuote: [{ row: 9, code: "malformedQuote" }],
  swallowedRows: [{ row: 9, code: "swallowedRows", lines: 3 }],
  tooManyCells: [{ row: 9, code: "tooManyCells", cells: 6, columns: 4 }],
  decimalComma: [{ row: 9, code: "decimalComma", hours: "3,5", suggestion: "3.5" }],
  unknownMember: ["7a", ""].map((member) => ({ row: 9, code: "unknownMember", member, members: 54 })),
  ownHours: [{ row: 9, code: "ownHours", member: 2 }],
  wrongWeek: ["2027-02-30", ""].map((date) => ({
    row: 9,
    code: "wrongWeek",
    date,
    firstDay: "2027-02-22",
    lastDay: "2027-02-28",
  })),
  otherOrder: [{ row: 9, code: "otherOrder", date: "02/24/2027", suggestion: "2027-02-24" }],
  badHours: ["some", ""].map((hours) => ({ row: 9, code: "badHours", hours })),
  notAQuarter: [{ row: 9, code: "notAQuarter", hours: "1.1", lower: "1", upper: "1.25" }],
  moreThanADay: ["0:30", ""].map((suggestion) => ({ row: 9, code: "moreThanADay", hours: "30", suggestion })),
  unclearPaid: [{ row: 9, code: "unclearPaid", paid: "half" }],
  wrongTotal: [{ row: 9, code: "wrongTotal", stated: "12", sum: 50 }],
  tooManyHours: [{ row: 9, code: "tooManyHours", member: 4, quarters: 256 }],
};

const questions: { [Code in Question["code"]]: Extract<Question, { code: Code }>[] } = {
  repeatedRow: ["Kitchen", ""].map((project) => ({
    row: 9,
    code: "repeatedRow",
    options: ["both", "once"],
    member: 4,
    project,
    day: "2027-02-22",
    quarters: 11,
    firstRow: 3,
  })),
  longDay: [{ row: 9, code: "longDay", options: ["yes"], member: 4, day: "2027-02-22", quarters: 100 }],
  furtherColumn: [{ row: 1, code: "furtherColumn", options: ["pass"], column: "team", example: "blue" }],
  nobody: [{ row: 1, code: "nobody", options: ["yes"] }],
  whichSheet: [{ row: 0, code: "whichSheet", options: ["Week 8", "count"] }],
  hiddenRows: [{ row: 9, code: "hiddenRows", options: ["count", "leave"], rows: 2 }],
};

function expectPlain(text: string): void {
  expect(text).toMatch(/[.?]$/);
  expect(text).not.toMatch(/undefined|NaN|\[object|“”|\{\d/);
}

describe("describeProblem", () => {
  it.each(Object.values(problems).flat())("says $code, with what can be done about it", (problem) => {
    expectPlain(i18n._(describeProblem(problem)));
  });
});

describe("describeQuestion", () => {
  it.each(Object.values(questions).flat())("asks $code, and names each answer", (question) => {
    expectPlain(i18n._(describeQuestion(question)));
    const answers = question.options.map((option) => describeAnswer(question, option));
    if (question.code === "whichSheet") expect(answers).toEqual(question.options);
    else expect(answers.filter((words, i) => words === question.options[i])).toEqual([]);
  });
});
