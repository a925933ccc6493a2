import { MOST_QUARTERS } from "../../rules/Timesheet.ts";
import { MOST_QUARTERS_A_DAY } from "../timesheet.ts";
import { sameName } from "./cells.ts";
import { type Answers, answerTo, type Problem, type Question, type TimesheetRow } from "./TimesheetReading.ts";

/** What rows that are right by themselves say together. */
export type Weighed = {
  rows: TimesheetRow[];
  /** Byte i is member number i + 1, up to the last member with any time. */
  quarters: Uint8Array;
  problems: Problem[];
  questions: Question[];
  /** Rows that were written twice, as somebody answered. */
  repeated: number[];
};

/**
 * Holds rows against each other, one after the other: which repeat an earlier one, what each member worked on each date
 * and in all. A repeated row counts only once somebody answered that both were worked.
 */
export function weighRows(answers: Answers) {
  const firstRows = new Map<string, number>();
  const names = new Map<string, string>();
  const dates = new Map<string, { row: number; member: number; day: string; quarters: number }>();
  const sums: number[] = [];
  const rows: TimesheetRow[] = [];
  const problems: Problem[] = [];
  const questions: Question[] = [];
  const repeated: number[] = [];

  /** Whether a row counts that says the same as an earlier one. */
  function isMeant(row: TimesheetRow, firstRow: number): boolean {
    const { member, project, day, quarters } = row;
    const options = ["both", "once"];
    const question: Question = { row: row.row, code: "repeatedRow", options, member, project, day, quarters, firstRow };
    const answer = answerTo(question, answers);
    if (answer === undefined) questions.push(question);
    else if (answer === "once") repeated.push(row.row);
    return answer === "both";
  }

  function nameOfProject(project: string): string {
    const known = names.get(project) ?? sameName(project);
    names.set(project, known);
    return known;
  }

  return {
    add(row: TimesheetRow): void {
      const { member, project, day, quarters } = row;
      const key = `${member} ${day} ${quarters} ${nameOfProject(project)}`;
      const firstRow = firstRows.get(key);
      if (firstRow === undefined) firstRows.set(key, row.row);
      else if (!isMeant(row, firstRow)) return;

      const date = dates.get(`${member} ${day}`);
      if (date === undefined) dates.set(`${member} ${day}`, { row: row.row, member, day, quarters });
      else date.quarters += quarters;

      const before = sums[member - 1] ?? 0;
      const sum = before + quarters;
      if (before <= MOST_QUARTERS && sum > MOST_QUARTERS)
        problems.push({ row: row.row, code: "tooManyHours", member, quarters: sum });
      sums[member - 1] = sum;
      rows.push(row);
    },

    weigh(): Weighed {
      for (const { row, member, day, quarters } of dates.values()) {
        if (quarters <= MOST_QUARTERS_A_DAY) continue;
        const question: Question = { row, code: "longDay", options: ["yes"], member, day, quarters };
        if (answerTo(question, answers) === undefined) questions.push(question);
      }
      return { rows, quarters: Uint8Array.from(sums, (sum) => sum ?? 0), problems, questions, repeated };
    },
  };
}
