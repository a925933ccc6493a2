import { csvRows } from "../hours/reading/csvRows.ts";
import { plainText } from "../plainText.ts";
import { type AddressProblem, readAddress } from "./addresses.ts";
import { plainNumber } from "./personIdOf.ts";
import type { Address } from "viem";

/** One whom a file names; `residentUntil` in seconds. */
export type Newcomer = {
  /** Which row of the file, from 1. */
  row: number;
  wallet: Address;
  kind: string;
  number: string;
  residentUntil: number;
  joins: boolean;
  /** For the registrar's own address book; never on the chain. */
  name: string;
};

export type RowProblem =
  | { row: number; what: "wallet"; why: AddressProblem }
  | { row: number; what: "quotes" | "kind" | "number" | "until" | "joins" };

export type PeopleReading =
  | { people: Newcomer[]; problems: RowProblem[] }
  /** The file as a whole: it lacks these columns, has none but its header, or more rows than are read. */
  | { missing: readonly string[] }
  | { fault: "empty" | "tooLong" };

/** The columns, by the words that stand over them. */
const COLUMNS = { wallet: "wallet", kind: "document", number: "number", until: "until", joins: "joins" } as const;
type Column = keyof typeof COLUMNS | "name";

const MOST_ROWS = 2_000;
const MOST_LETTERS = 80;

/** Reads a file of people to attest, one a row: wallet, document, number, until (2027-12-31), joins (yes, no), name. */
export function readPeople(text: string): PeopleReading {
  const plain = text.replace(/^\ufeff/, "").replaceAll(/\r\n?/g, "\n");
  const rows = [...csvRows(plain, delimiterOf(plain))].filter(
    ({ cells, isMalformed }) => isMalformed === true || cells.some((cell) => cell.trim() !== ""),
  );
  const [header, ...others] = rows;
  if (header === undefined) return { fault: "empty" };
  const names = header.cells.map((cell) => cell.trim().toLowerCase());
  const missing = Object.values(COLUMNS).filter((name) => !names.includes(name));
  if (missing.length > 0) return { missing };
  if (others.length === 0) return { fault: "empty" };
  if (others.length > MOST_ROWS) return { fault: "tooLong" };

  const people: Newcomer[] = [];
  const problems: RowProblem[] = [];
  for (const { row, cells, isMalformed } of others) {
    const cell = (column: Column) => {
      const name = column === "name" ? column : COLUMNS[column];
      return plainText(cells[names.indexOf(name)] ?? "", MOST_LETTERS).trim();
    };
    const read = isMalformed === true ? { row, what: "quotes" as const } : readRow(row, cell);
    if ("what" in read) problems.push(read);
    else people.push(read);
  }
  return { people, problems };
}

function delimiterOf(text: string): string {
  const [first = ""] = text.split("\n", 1);
  return [";", "\t"].find((mark) => first.includes(mark)) ?? ",";
}

function readRow(row: number, cell: (column: Column) => string): Newcomer | RowProblem {
  const wallet = readAddress(cell("wallet"));
  if ("problem" in wallet) return { row, what: "wallet", why: wallet.problem };
  const [kind, number] = [cell("kind"), cell("number")];
  if (kind === "") return { row, what: "kind" };
  if (plainNumber(number) === "") return { row, what: "number" };
  const residentUntil = readDay(cell("until"));
  if (residentUntil === null) return { row, what: "until" };
  const joins = ANSWERS.get(cell("joins").toLowerCase());
  if (joins === undefined) return { row, what: "joins" };
  return { row, wallet: wallet.address, kind, number, residentUntil, joins, name: cell("name") };
}

const ANSWERS = new Map([
  ["yes", true],
  ["no", false],
]);

/** The end of a day (2027-12-31) in UTC, in seconds; null for what is no day. */
export function readDay(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const start = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== text) return null;
  return start / 1000 + 86_399;
}
