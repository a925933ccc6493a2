import { plainText } from "../plainText.ts";

/** Letters of a cell that are said again. */
const MOST_SAID = 60;

/** What a timesheet is read against. */
export type TimesheetTown = {
  weekIndex: number;
  /** The highest member number given in the town. */
  members: number;
  /** The member number of the coordinator who submits, 0 if none. */
  ownMember: number;
};

/** The columns every timesheet has, in any order and case; further columns are ignored. */
export const timesheetColumns = ["member", "project", "date", "hours"] as const;

/** Where a timesheet's columns are, counted from 0, and how many cells a row may have. */
export type TimesheetHeader = Record<(typeof timesheetColumns)[number] | "width", number>;

/** One row of a coordinator's timesheet, read. */
export type TimesheetRow = {
  /** The row a spreadsheet shows. */
  row: number;
  member: number;
  /** As written, without the spaces around it; may be empty. */
  project: string;
  /** ISO date, yyyy-mm-dd. */
  day: string;
  /** More than 255 is possible here; the sum of a member's rows decides. */
  quarters: number;
};

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

/**
 * Finds the columns of a timesheet by name, whatever their order, case and the spaces around them. The width ends at the
 * last named column: spreadsheets leave blank ones behind it.
 */
export function readHeader(cells: string[], row: number): { header: TimesheetHeader } | { error: RowError } {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const missing = timesheetColumns.filter((column) => !names.includes(column));
  const repeated = timesheetColumns.filter((column) => names.indexOf(column) !== names.lastIndexOf(column));

  if (missing.length > 0) return { error: { row, code: "missingColumn", columns: missing } };
  if (repeated.length > 0) return { error: { row, code: "repeatedColumn", columns: repeated } };

  return {
    header: {
      member: names.indexOf("member"),
      project: names.indexOf("project"),
      date: names.indexOf("date"),
      hours: names.indexOf("hours"),
      width: names.findLastIndex((name) => name !== "") + 1,
    },
  };
}

/**
 * Reads one row on its own: the row, or everything that is wrong with its cells.
 * @param days the seven ISO dates of the town's week.
 */
export function readRow(
  cells: string[],
  row: number,
  { header, town, days }: { header: TimesheetHeader; town: TimesheetTown; days: string[] },
): TimesheetRow | RowError[] {
  const used = cells.findLastIndex((cell) => cell.trim() !== "") + 1;
  if (used > header.width) return [{ row, code: "tooManyCells", cells: used, columns: header.width }];

  const cell = (column: keyof TimesheetHeader): string => (cells[header[column]] ?? "").trim();
  const member = /^\d+$/.test(cell("member")) ? Number(cell("member")) : 0;
  const known = member >= 1 && member <= town.members;
  const day = parseDay(cell("date"));
  const inWeek = day !== undefined && days.includes(day);
  const quarters = parseQuarters(cell("hours"));
  const readable = typeof quarters === "number";
  if (known && member !== town.ownMember && inWeek && readable) {
    return { row, member, project: cell("project"), day, quarters };
  }

  const said = (column: keyof TimesheetHeader) => plainText(cell(column), MOST_SAID);
  const errors: RowError[] = [];
  if (!known) errors.push({ row, code: "unknownMember", member: said("member"), members: town.members });
  if (known && member === town.ownMember) errors.push({ row, code: "ownHours", member });
  if (!inWeek)
    errors.push({ row, code: "wrongWeek", date: said("date"), firstDay: days[0] ?? "", lastDay: days[6] ?? "" });
  if (!readable) errors.push({ row, code: quarters, hours: said("hours") });
  return errors;
}

/**
 * A date as ISO yyyy-mm-dd, from yyyy-mm-dd or d.m.yyyy; undefined for anything else, above all 03/04/2027, which is two
 * different days in two countries. Whether the day exists is left to whoever looks it up in a week.
 */
export function parseDay(text: string): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;

  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  return day && month && year && `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/**
 * Hours as quarters, exactly: 2.75, 2,75 and 2:45 are 11. Digits 0 to 9 on both sides of one point or comma, or two
 * digits of minutes below 60; no sign, exponent, unit or grouping. Zero is `badHours`.
 */
export function parseQuarters(text: string): number | "badHours" | "notAQuarter" {
  const clock = /^(\d+):([0-5]\d)$/.exec(text);
  const decimal = /^(\d+)(?:[.,](\d+))?$/.exec(text);
  const [, whole, part = ""] = clock ?? decimal ?? [];
  if (whole === undefined) return "badHours";

  const quarter = clock
    ? ["00", "15", "30", "45"].indexOf(part)
    : ["", "25", "5", "75"].indexOf(part.replace(/0+$/, ""));
  if (quarter < 0) return "notAQuarter";

  return Number(whole) * 4 + quarter || "badHours";
}
