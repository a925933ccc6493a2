import type { Cell, Source, Table, TableName } from "./cells.ts";
import { claimsTable } from "./claimsTable.ts";
import { depositsTable } from "./depositsTable.ts";
import { dividendsTable } from "./dividendsTable.ts";
import { holdersTable } from "./holdersTable.ts";
import { purchasesTable } from "./purchasesTable.ts";
import { timesheetsTable } from "./timesheetsTable.ts";

/** What table programs skip at the beginning of a cell. */
const SKIPPED = String.raw`[\p{White_Space}\p{Cc}\p{DI}\u2800]*`;

/** With what a formula begins; signs as wide as Chinese letters, and some others, are taken for these. */
const BEGINNING = String.raw`[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212]`;

/** What a table program would take for a formula and run. */
const FORMULA = new RegExp(`^${SKIPPED}${BEGINNING}|^[\\t\\r\\n]`, "u");

/** The same in the middle: where lists are set apart by semicolons or tabs, each of these begins a cell of its own. */
const FORMULA_INSIDE = new RegExp(`([,;|\\t\\r\\n])(?=${SKIPPED}${BEGINNING})`, "gu");

const UNSEEN = new RegExp(`^${SKIPPED}`, "u");

const NEEDS_QUOTES = /[",\r\n]/;

/** Rows as RFC 4180 has them. Words from strangers stay words: nothing in them becomes a formula. */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(textOf).join(",")}\r\n`).join("");
}

function textOf(cell: Cell): string {
  const text = typeof cell === "string" ? wordsOf(cell) : String(cell);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Words that stay words. */
function wordsOf(cell: string): string {
  const [lead = ""] = UNSEEN.exec(cell) ?? [];
  const rest = cell.slice(lead.length).replace(FORMULA_INSIDE, "$1'");
  return `${FORMULA.test(cell) ? "'" : ""}${lead}${rest}`;
}

const TABLES: Record<TableName, (source: Source) => Table | null> = {
  holders: holdersTable,
  purchases: purchasesTable,
  dividends: dividendsTable,
  deposits: depositsTable,
  timesheets: timesheetsTable,
  claims: claimsTable,
};

/** A table of the books as a file's text; null when a part of them that it needs could not be read. */
export function makeCsv(table: TableName, source: Source): string | null {
  try {
    const made = TABLES[table](source);
    return made && toCsv([made.columns, ...made.rows]);
  } catch {
    return null;
  }
}
