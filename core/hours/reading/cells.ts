import { plainText } from "../../plainText.ts";
import { MOST_QUARTERS_A_DAY, QUARTERS_PER_HOUR } from "../timesheet.ts";

/** Letters of a cell that are said again. */
const MOST_SAID = 60;

/** A cell as it may stand in a sentence. */
export function said(cell: string): string {
  return plainText(cell, MOST_SAID);
}

/** A cell without anything that has to be understood: what most cells are. */
const PLAIN = /^[!-~]*$/;

/** Joiners and hyphens that nobody sees. They belong into words of some scripts, and never into figures. */
const JOINERS = /\u00ad|\u200c|\u200d|\ufe0f/g;

const WIDE = /[\uff01-\uff5e]/g;
const DIGIT = /\p{Nd}/gu;

/** A cell with figures, in ASCII as far as it has a meaning there: digits of any script, wide letters, any spaces. */
export function plainCell(cell: string): string {
  if (PLAIN.test(cell)) return cell;
  return cell
    .replace(JOINERS, "")
    .replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(DIGIT, asciiDigit)
    .replaceAll("\u066b", ".")
    .replace(/[\s\u2028\u2029]+/g, " ")
    .trim();
}

/** Digits of a script stand side by side from 0 to 9, and where two rows of them meet, ten apart. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(code - before - 1))) before++;
  return String(before % 10);
}

/** A member number, written 3, 003, #3 or 3.0; 0 for anything else. */
export function readMember(cell: string): number {
  const [, digits = "0"] = /^(?:# ?)?(\d+)(?:[.,]0+)?$/.exec(plainCell(cell)) ?? [];
  return Number(digits);
}

/** The orders in which the figures of a date may stand, as bits; a date that begins with four digits has none of them. */
export const DAY_FIRST = 1;
export const MONTH_FIRST = 2;
export const YEAR_FIRST = 4;

const TIME = String.raw`(?:(?:T| |, )\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[AaPp]\.?[Mm]\.?)?(?: ?Z| ?[+-]\d{2}:?\d{2})?)?`;
const LONG_YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`);
const FIGURES = new RegExp(String.raw`^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4}|\d{2})${TIME}$`);

/**
 * The day of the week that a date in figures can be, and in which orders of its figures: 22/02/2027 and 02/22/2027 are the
 * same day of one week, and no week has both days of a date that can be two. A time behind it is passed over.
 * @param days the ISO dates of the week.
 */
export function readDay(cell: string, days: ReadonlySet<string>): { day: string; orders: number } | undefined {
  const text = plainCell(cell);
  const [, year = "", , month = "", date = ""] = LONG_YEAR_FIRST.exec(text) ?? [];
  const iso = isoOf(year, month, date);
  if (days.has(iso)) return { day: iso, orders: 0 };

  const [, first, , second, third] = FIGURES.exec(text) ?? [];
  if (first === undefined || second === undefined || third === undefined) return undefined;
  const candidates = [
    { order: DAY_FIRST, day: isoOf(third, second, first) },
    { order: MONTH_FIRST, day: isoOf(third, first, second) },
    { order: YEAR_FIRST, day: third.length === 2 ? isoOf(first, second, third) : "" },
  ].filter(({ day }) => days.has(day));
  const [found] = candidates;
  return found && { day: found.day, orders: candidates.reduce((bits, { order }) => bits | order, 0) };
}

/** Whether a cell looks like a date in figures, of any week. */
export function isDateLike(cell: string): boolean {
  const text = plainCell(cell);
  return LONG_YEAR_FIRST.test(text) || FIGURES.test(text);
}

function isoOf(year: string, month: string, day: string): string {
  const longYear = year.length === 2 ? `20${year}` : year;
  return `${longYear}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

const HOUR = "(?:h|hr|hrs|hour|hours)\\.?";
const MINUTE = "(?:m|min|mins|minute|minutes)\\.?";
const DECIMAL = new RegExp(`^(\\d+)(?:[.,](\\d+))?(?: ?${HOUR})?$`, "i");
const CLOCK = new RegExp(`^(\\d+):([0-5]\\d)(?::([0-5]\\d)(?:[.,]0+)?)?(?: ?${HOUR})?$`, "i");
const HOURS_AND_MINUTES = new RegExp(`^(\\d+) ?${HOUR} ?([0-5]?\\d)(?: ?${MINUTE})?$`, "i");
const MINUTES = new RegExp(`^(\\d+) ?${MINUTE}$`, "i");

/** So many decimals are the tail of a computer's arithmetic, 2.7499999999999996, and nobody's minutes. */
const TAIL = 9;
const TAIL_ERROR = 1e-8;

/** Hours in quarters, 0 included; or what is wrong with them. More than a day is left to who asks. */
type Hours = { quarters: number } | { wrong: "badHours" } | { wrong: "notAQuarter"; hours: number };

/**
 * Hours as quarters, exactly: 2.75, 2,75, 2:45, 02:45:00, 2h 45m, 2.75 h and 165 min are 11. No sign, exponent or
 * grouping; a unit only if it is written out.
 */
export function readHours(cell: string): Hours {
  const text = plainCell(cell);
  const decimal = DECIMAL.exec(text);
  if (decimal !== null) return readDecimal(decimal[1] ?? "", decimal[2] ?? "");

  const clock = CLOCK.exec(text) ?? HOURS_AND_MINUTES.exec(text);
  if (clock !== null) return ofSeconds(Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0));

  const minutes = MINUTES.exec(text);
  return minutes === null ? { wrong: "badHours" } : ofSeconds(Number(minutes[1]) * 60);
}

function ofSeconds(seconds: number): Hours {
  return seconds % 900 === 0 ? { quarters: seconds / 900 } : { wrong: "notAQuarter", hours: seconds / 3600 };
}

function readDecimal(whole: string, part: string): Hours {
  const quarter = ["", "25", "5", "75"].indexOf(part.replace(/0+$/, ""));
  if (quarter >= 0) return { quarters: Number(whole) * QUARTERS_PER_HOUR + quarter };

  const hours = Number(`${whole}.${part}`);
  const nearest = Math.round(hours * QUARTERS_PER_HOUR);
  const isTail = part.length >= TAIL && Math.abs(hours * QUARTERS_PER_HOUR - nearest) < TAIL_ERROR;
  return isTail ? { quarters: nearest } : { wrong: "notAQuarter", hours };
}

/** What a number above a day is if it was meant as minutes, 45 or 45:30, as 0:45; "" when that is no quarter. */
export function asMinutes(cell: string): string {
  const [, whole, rest = ""] = /^(\d+)(?:[:.,](\d+))?$/.exec(plainCell(cell)) ?? [];
  const minutes = Number(whole);
  if (/[1-9]/.test(rest) || !(minutes % 15 === 0 && minutes / 15 <= MOST_QUARTERS_A_DAY)) return "";
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}

const PAID = new Set(["yes", "y", "true", "1", "x", "paid"]);
const UNPAID = new Set(["", "no", "n", "false", "0", "unpaid"]);

/** Whether somebody is paid for a row, as a column of that name says; undefined for what is neither yes nor no. */
export function readPaid(cell: string): boolean | undefined {
  const word = plainCell(cell).toLowerCase();
  if (PAID.has(word)) return true;
  return UNPAID.has(word) ? false : undefined;
}

/** Small letters of other alphabets, and the Latin ones that they look like. */
const TWINS = "аеорсухіјѕкмтвнαορικτυνı";
const LATIN = "aeopcyxijskmtbhaopiktuvi";

/** What two ways of writing one name have in common: its letters and digits, without case, marks and look-alikes. */
export function sameName(name: string): string {
  const letters = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
  return letters === ""
    ? name.trim()
    : letters.replace(/\P{ASCII}/gu, (letter) => LATIN[TWINS.indexOf(letter)] ?? letter);
}
