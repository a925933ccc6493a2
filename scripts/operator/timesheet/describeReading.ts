import { nameOf, type PassedOver, type TimesheetReading } from "@one-small-town/core/hours/reading/TimesheetReading.ts";
import { decimalHours } from "@one-small-town/core/hours/timesheet.ts";
import { sayProblem } from "./sayProblem.ts";
import { sayQuestion } from "./sayQuestion.ts";

/** So many rows are named of each kind that does not count. */
const MOST_NAMED = 10;

const REASONS: Readonly<Record<PassedOver, string>> = {
  title: "above the names of the columns",
  header: "the names of the columns once more",
  total: "totals",
  words: "only words",
  zero: "0 hours",
  paid: "paid for",
  repeated: "written twice",
  hidden: "hidden",
};

/** What was read of a file, or everything that is wrong with it and asked about it, in lines for a terminal. */
export function describeReading(reading: TimesheetReading): string[] {
  if (reading.kind === "read") return describeRead(reading);
  const { questions, questionCount } = reading;
  const problems = reading.kind === "refused" ? reading.problems : [];
  const problemCount = reading.kind === "refused" ? reading.problemCount : 0;
  return [
    ...(problemCount > 0 ? [`This file cannot be handed in yet: ${counted(problemCount, "problem")}.`] : []),
    ...problems.map((problem) => `✘ ${sayProblem(problem)}`),
    ...more(problemCount - problems.length),
    ...(questionCount > 0 ? [`${counted(questionCount, "question")}, to be answered with --answer "NAME=WORD":`] : []),
    ...questions.map((question) => `? ${sayQuestion(question)} [${nameOf(question)}]`),
    ...more(questionCount - questions.length),
  ];
}

function describeRead({ rows, totals, passedOver }: Extract<TimesheetReading, { kind: "read" }>): string[] {
  const members = new Set(rows.map(({ member }) => member)).size;
  const { active, quarters, shifts } = totals;
  const left = (Object.keys(REASONS) as PassedOver[]).filter((reason) => passedOver[reason].length > 0);
  return [
    `✔ ${counted(rows.length, "row")}: ${decimalHours(quarters)} hours of ${counted(members, "member")}, ${active} of them active, ${counted(shifts, "shift")}.`,
    ...left.map((reason) => `  Not counted, ${REASONS[reason]}: ${named(passedOver[reason])}.`),
  ];
}

function named(rows: readonly number[]): string {
  const first = rows.slice(0, MOST_NAMED).join(", ");
  return `row ${first}${rows.length > MOST_NAMED ? `, and ${rows.length - MOST_NAMED} more` : ""}`;
}

function more(count: number): string[] {
  return count > 0 ? [`… and ${count} more.`] : [];
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
