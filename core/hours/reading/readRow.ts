import { plainText } from "../../plainText.ts";
import { decimalHours, MOST_QUARTERS_A_DAY, QUARTERS_PER_HOUR } from "../timesheet.ts";
import { asMinutes, isDateLike, plainCell, readDay, readHours, readMember, readPaid, said } from "./cells.ts";
import type { TimesheetHeader } from "./findHeader.ts";
import { isFilled, type TableRow } from "./Table.ts";
import type { PassedOver, Problem, TimesheetRow, TimesheetTown } from "./TimesheetReading.ts";

/** What rows are read against. Dates and hours repeat, so that each is understood once. */
export type RowContext = {
  header: TimesheetHeader;
  town: TimesheetTown;
  days: readonly string[];
  readDay: (cell: string) => ReturnType<typeof readDay>;
  readHours: (cell: string) => ReturnType<typeof readHours>;
  /** The name of a project, as it may be shown. */
  nameOf: (cell: string) => string;
  /** What separates cells, in a file where a decimal comma can be mistaken for it, or a row for a cell. */
  delimiter: string | undefined;
};

/** A row that counts, and how its date can be written; a row that does not count; or all that is wrong with it. */
export type RowRead =
  | { row: TimesheetRow; orders: number; date: string }
  /** `quarters` are those of somebody who is paid. */
  | { passedOver: PassedOver; quarters: number }
  /** A row without member and date, whose hours may be the sum of others. */
  | { total: string; quarters: number; problems: Problem[] }
  | { problems: Problem[] };

/** The context of a file's rows. */
export function rowContext(
  header: TimesheetHeader,
  town: TimesheetTown,
  days: readonly string[],
  delimiter: string | undefined,
): RowContext {
  const week = new Set(days);
  const context = { header, town, days, delimiter };
  return {
    ...context,
    readDay: remembering((cell) => readDay(cell, week)),
    readHours: remembering(readHours),
    nameOf: remembering((cell) => plainText(cell)),
  };
}

/** How many different cells are remembered: a file has few dates and lengths, unless somebody wants to fill our memory. */
const MOST_REMEMBERED = 10_000;

function remembering<T>(read: (cell: string) => T): (cell: string) => T {
  const known = new Map<string, T>();
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const now = read(cell);
    if (known.size < MOST_REMEMBERED) known.set(cell, now);
    return now;
  };
}

/** Reads one row on its own. */
export function readRow(tableRow: TableRow, context: RowContext): RowRead {
  const { row, cells } = tableRow;
  const { header, town } = context;
  const misread = misreadCells(tableRow, context);
  if (misread !== undefined) return { problems: [misread] };

  const cell = (column: "member" | "project" | "date" | "hours"): string => cells[header[column]] ?? "";
  const hours = context.readHours(cell("hours"));
  const isZero = "quarters" in hours && hours.quarters === 0;
  if (isZero) return { passedOver: "zero", quarters: 0 };

  const member = readMember(cell("member"));
  const day = context.readDay(cell("date"));
  const paid = header.paid < 0 ? false : readPaid(cells[header.paid] ?? "");
  const problems = [
    ...memberProblems(row, member, cell("member"), town),
    ...(day === undefined ? [wrongWeek(row, cell("date"), context)] : []),
    ...hoursProblems(row, hours, cell("hours")),
    ...(paid === undefined ? [{ row, code: "unclearPaid" as const, paid: said(cells[header.paid] ?? "") }] : []),
  ];
  if (problems.length === 0 && day !== undefined && "quarters" in hours) {
    const { quarters } = hours;
    if (paid === true) return { passedOver: "paid", quarters };
    return {
      row: { row, member, project: context.nameOf(cell("project")), day: day.day, quarters },
      orders: day.orders,
      date: cell("date"),
    };
  }

  if (isOnlyWords(cells)) return { passedOver: "words", quarters: 0 };
  const isTotal = member === 0 && !isFilled(cell("date")) && "quarters" in hours;
  return isTotal ? { total: cell("hours"), quarters: hours.quarters, problems } : { problems };
}

function memberProblems(
  row: number,
  member: number,
  written: string,
  { members, ownMember }: TimesheetTown,
): Problem[] {
  if (member < 1 || member > members) return [{ row, code: "unknownMember", member: said(written), members }];
  return member === ownMember ? [{ row, code: "ownHours", member }] : [];
}

function wrongWeek(row: number, date: string, { days }: RowContext): Problem {
  return { row, code: "wrongWeek", date: said(date), firstDay: days[0] ?? "", lastDay: days.at(-1) ?? "" };
}

function hoursProblems(row: number, read: ReturnType<typeof readHours>, written: string): Problem[] {
  const hours = said(written);
  if ("quarters" in read) {
    if (read.quarters <= MOST_QUARTERS_A_DAY) return [];
    return [{ row, code: "moreThanADay", hours, suggestion: asMinutes(written) }];
  }
  if (read.wrong === "badHours") return [{ row, code: "badHours", hours }];

  const below = Math.floor(read.hours * QUARTERS_PER_HOUR);
  return [{ row, code: "notAQuarter", hours, lower: decimalHours(below), upper: decimalHours(below + 1) }];
}

/** A line under the table, "Signed by Maria": one cell, without a figure that could be somebody's. */
function isOnlyWords(cells: readonly string[]): boolean {
  const filled = cells.filter(isFilled);
  return filled.length === 1 && filled.every((cell) => /\p{L}/u.test(cell) && !/[\p{N};|\t]/u.test(cell));
}

/** What shows that it is not known which cell of a row belongs to which column. */
function misreadCells(tableRow: TableRow, context: RowContext): Problem | undefined {
  const { row, cells } = tableRow;
  const { width } = context.header;
  if (tableRow.isMalformed === true) return { row, code: "malformedQuote" };

  return (
    (context.delimiter === undefined
      ? undefined
      : (swallowedRows(tableRow, context) ?? decimalComma(tableRow, context))) ??
    (lastFilled(cells) > width ? { row, code: "tooManyCells", cells: lastFilled(cells), columns: width } : undefined)
  );
}

/** How many cells a row has, up to the last that says something. */
function lastFilled(cells: readonly string[]): number {
  return cells.findLastIndex(isFilled) + 1;
}

/** A quoted cell of several lines, of which one has a date, or as many cells as a row: a quote went astray. */
function swallowedRows({ row, cells, quoted }: TableRow, { header, delimiter = "," }: RowContext): Problem | undefined {
  if (quoted === undefined) return undefined;
  const isRow = (line: string): boolean => {
    const parts = line.split(delimiter);
    return parts.length >= header.width - 1 || parts.some(isDateLike);
  };
  const swallowing = cells.find((cell) => cell.includes("\n") && cell.split("\n").some(isRow));
  return swallowing === undefined ? undefined : { row, code: "swallowedRows", lines: swallowing.split("\n").length };
}

const WHOLE = /^\d+$/;
const DECIMALS = /^(\d+)"?(?: ?h(?:ou)?rs?| ?h)?$/i;

/**
 * 2,75 without quotes in a file separated by commas is two cells. It is refused wherever it may be that: where the row
 * can be read with both cells as one number as well.
 */
function decimalComma({ row, cells, quoted = [] }: TableRow, context: RowContext): Problem | undefined {
  const { header, delimiter, town } = context;
  const at = header.hours;
  const whole = plainCell(cells[at] ?? "");
  if (delimiter !== "," || quoted[at] === true || quoted[at + 1] === true || !WHOLE.test(whole)) return undefined;
  const [, decimals] = DECIMALS.exec(plainCell(cells[at + 1] ?? "")) ?? [];
  // A column of minutes has its own name, and is refused by it.
  const isNamed =
    cells.length === header.cells && header.others.some((other) => other.at === at + 1 && other.changesHours);
  if (decimals === undefined || isNamed) return undefined;

  const joined = cells.toSpliced(at, 2, `${whole}.${decimals}`);
  const member = readMember(joined[header.member] ?? "");
  const isRow = member >= 1 && member <= town.members && context.readDay(joined[header.date] ?? "") !== undefined;
  if (!isRow || lastFilled(joined) > header.width) return undefined;
  return { row, code: "decimalComma", hours: `${whole},${decimals}`, suggestion: `${whole}.${decimals}` };
}

/** Whether a row above the names of the columns says what only a row below them should. */
export function isRowAboveHeader(
  cells: readonly string[],
  { header, readDay: dayOf, readHours: hours }: RowContext,
): boolean {
  const { member, date, hours: at } = header;
  const hasHours = "quarters" in hours(cells[at] ?? "");
  return dayOf(cells[date] ?? "") !== undefined || (hasHours && readMember(cells[member] ?? "") > 0);
}
