/** What a timesheet is read against. */
export type TimesheetTown = {
  weekIndex: number;
  /** The highest member number given in the town. */
  members: number;
  /** The member number of the coordinator who submits, 0 if none. */
  ownMember: number;
};

/** One row of a coordinator's timesheet that counts. */
export type TimesheetRow = {
  /** The row as a person sees it in the file: see `Problem`. */
  row: number;
  member: number;
  /** As it may be shown: see `plainText`; may be empty. */
  project: string;
  /** ISO date, yyyy-mm-dd. */
  day: string;
  /** 96, a whole day, at most. */
  quarters: number;
};

/**
 * Why a timesheet is refused, with the values that a sentence about it needs: plain data, for a terminal and for a page,
 * in which the file's own words can alter nothing around them.
 *
 * `row` is what a spreadsheet shows beside the row: the first row of the file is 1, blank rows count, and a line break
 * inside quotes does not begin a row. It is 0 where the whole file is meant.
 *
 * A row is reported once for each of its cells that is wrong: first `unknownMember` or `ownHours`, then `wrongWeek`, then
 * what is wrong with its hours, then `unclearPaid`. `tooManyCells` and `decimalComma` stand alone, because it is not known
 * which cell belongs to which column. Below a `malformedQuote` each line is taken for a row again.
 */
export type Problem = { row: number } & (
  | { code: "notATable"; format: "pdf" | "oldExcel" | "archive" | "unknown" }
  | { code: "tooBig"; bytes: number; most: number }
  /** A spreadsheet's file that cannot be opened: damaged, or locked with a password. */
  | { code: "unreadable" }
  | { code: "missingColumn"; columns: string[] }
  /** Two columns have the same name. */
  | { code: "repeatedColumn"; columns: string[] }
  /** A further column that changes what the hours mean: minutes, status, breaks. */
  | { code: "columnChangesHours"; column: string; example: string }
  /** Something that can be read as hours stands above the names of the columns, as in a file that was sorted. */
  | { code: "rowAboveHeader" }
  /** The names of the columns once more, in another order. */
  | { code: "otherHeader" }
  /** A quoted cell does not end where its quotes end, or never. */
  | { code: "malformedQuote" }
  /** A quoted cell holds what looks like rows: a quote too many, or one too few. */
  | { code: "swallowedRows"; lines: number }
  /** Cells beyond the last named column, or beyond what every other row has. */
  | { code: "tooManyCells"; cells: number; columns: number }
  /** A decimal comma without quotes in a file separated by commas; `suggestion` is the number with a point. */
  | { code: "decimalComma"; hours: string; suggestion: string }
  | { code: "unknownMember"; member: string; members: number }
  | { code: "ownHours"; member: number }
  /** Not a day of the week, or not a date in figures. */
  | { code: "wrongWeek"; date: string; firstDay: string; lastDay: string }
  /** A day of the week only if day and month are swapped against most rows of the file. */
  | { code: "otherOrder"; date: string; suggestion: string }
  | { code: "badHours"; hours: string }
  /** `lower` and `upper` are the next quarters, as decimal hours. */
  | { code: "notAQuarter"; hours: string; lower: string; upper: string }
  /** More than 24 hours in one row. `suggestion` is what it is if it was meant as minutes; "" if no quarter. */
  | { code: "moreThanADay"; hours: string; suggestion: string }
  | { code: "unclearPaid"; paid: string }
  /** A row of totals that is not the sum of the rows; both in quarters, `stated` as it is written. */
  | { code: "wrongTotal"; stated: string; sum: number }
  /** `quarters` is the member's sum with this row. */
  | { code: "tooManyHours"; member: number; quarters: number }
);

/**
 * What only a person can know. `options` are the answers there are; whoever asks may also let the file be mended.
 */
export type Question = { row: number; options: readonly string[] } &
  /** A row says the same as an earlier one, but for spaces, marks, or the case of letters: worked twice, or written twice? */
  (
    | { code: "repeatedRow"; member: number; project: string; day: string; quarters: number; firstRow: number }
    /** More than 24 hours of one member on one date, in all. */
    | { code: "longDay"; member: number; day: string; quarters: number }
    /** A column that is none of ours: may it be passed over? */
    | { code: "furtherColumn"; column: string; example: string }
    /** A week without anybody's hours. */
    | { code: "nobody" }
    /** Several sheets of a spreadsheet have the columns of a timesheet. */
    | { code: "whichSheet" }
    /** Rows that a spreadsheet hides: a filter, or somebody who did not want them seen. */
    | { code: "hiddenRows"; rows: number }
  );

/** Answers by the name of a question (`nameOf`), or by its code for all of a kind. */
export type Answers = Readonly<Record<string, string>>;

/** Why a filled row was passed over. */
export type PassedOver = "title" | "header" | "total" | "words" | "zero" | "paid" | "repeated" | "hidden";

/** A timesheet that can be submitted as it is; or what must be answered, or mended, first. */
export type TimesheetReading =
  | {
      kind: "read";
      /** Byte i is member number i + 1, up to the last member with any time. */
      quarters: Uint8Array;
      rows: TimesheetRow[];
      totals: { active: number; shifts: number; quarters: number };
      /** Filled rows that do not count, by the reason. */
      passedOver: Readonly<Record<PassedOver, readonly number[]>>;
    }
  | { kind: "asked"; questions: Question[]; questionCount: number }
  | {
      kind: "refused";
      /** By row; the first of them. `problemCount` is how many there are. */
      problems: Problem[];
      problemCount: number;
      /** What will be asked once the problems are mended. */
      questions: Question[];
      questionCount: number;
    };

/** The name of a question, by which it is answered: the same for the same file. */
export function nameOf(question: Question): string {
  return question.code === "furtherColumn" ? `furtherColumn ${question.column}` : `${question.code} ${question.row}`;
}

/** What was answered to a question; undefined when nothing was, or none of what can be. */
export function answerTo(question: Question, answers: Answers): string | undefined {
  const answer = answers[nameOf(question)] ?? answers[question.code];
  return answer !== undefined && question.options.includes(answer) ? answer : undefined;
}
