import { MOST_QUARTERS } from "../../rules/Timesheet.ts";
import { MOST_QUARTERS_A_DAY } from "../timesheet.ts";
import { sameName } from "./cells.ts";
import { type Answers, answerTo, type Problem, type Question, type TimesheetRow } from "./TimesheetReading.ts";

/** More than there are of days in a week, of quarters in a row, and of member numbers times days. */
const DAYS = 8;
const QUARTERS = 128;
const MEMBER_DAYS = 2 ** 24;

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
  const firstRows = new Map<number, number>();
  const projects = numbering(sameName);
  const days = numbering((day) => day);
  const dates = new Map<number, { row: number; member: number; day: string; quarters: number }>();
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

  return {
    add(row: TimesheetRow): void {
      const { member, project, day, quarters } = row;
      // Numbers for keys: words of a hundred thousand rows take several times as long.
      const memberDay = member * DAYS + days(day);
      const stint = (projects(project) * QUARTERS + quarters) * MEMBER_DAYS + memberDay;
      const firstRow = firstRows.get(stint);
      if (firstRow === undefined) firstRows.set(stint, row.row);
      else if (!isMeant(row, firstRow)) return;

      const date = dates.get(memberDay);
      if (date === undefined) dates.set(memberDay, { row: row.row, member, day, quarters });
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

/** Gives words that mean the same, as `meaning` has it, one number, from 0 on. */
function numbering(meaning: (word: string) => string): (word: string) => number {
  const words = new Map<string, number>();
  const meanings = new Map<string, number>();
  return (word) => {
    const known = words.get(word);
    if (known !== undefined) return known;
    const meant = meaning(word);
    const number = meanings.get(meant) ?? meanings.size;
    meanings.set(meant, number);
    words.set(word, number);
    return number;
  };
}
