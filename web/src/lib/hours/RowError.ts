/**
 * Why a row of a timesheet is refused, with the values a sentence about it needs.
 *
 * `row` is what a spreadsheet shows beside the row: the first row of the file is 1, blank rows count, and a line break
 * inside quotes does not begin a row.
 *
 * A row is reported once for each of its cells that is wrong: first `unknownMember` or `ownHours`, then `wrongWeek`,
 * then `badHours` or `notAQuarter`. Only rows whose cells are right are compared with each other: a `repeatedRow` adds
 * nothing to its member's sum, and `tooManyHours` is reported once a member. `tooManyCells` stands alone, because it is
 * not known which cell belongs to which column; so does `malformedQuote`, which ends the reading, because it is not
 * known where the next row begins.
 */
export type RowError = { row: number } & (
  | { code: "missingColumn"; columns: string[] }
  /** Two columns have the same name. */
  | { code: "repeatedColumn"; columns: string[] }
  /** A quoted cell does not end where its quotes end, or never. */
  | { code: "malformedQuote" }
  /** Cells beyond the last named column: most often a decimal comma in a file separated by commas. */
  | { code: "tooManyCells"; cells: number; columns: number }
  | { code: "unknownMember"; member: string; members: number }
  | { code: "ownHours"; member: number }
  /** Not a day of the week, or not written yyyy-mm-dd or dd.mm.yyyy. */
  | { code: "wrongWeek"; date: string; firstDay: string; lastDay: string }
  /** Not a number above zero, written 2.75, 2,75 or 2:45. */
  | { code: "badHours"; hours: string }
  | { code: "notAQuarter"; hours: string }
  /** `quarters` is the member's sum with this row. */
  | { code: "tooManyHours"; member: number; quarters: number }
  | { code: "repeatedRow"; member: number; firstRow: number }
);
