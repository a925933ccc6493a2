import type { Cell, Source, Table, TableName } from "./cells.ts";
import { claimsTable } from "./claimsTable.ts";
import { depositsTable } from "./depositsTable.ts";
import { dividendsTable } from "./dividendsTable.ts";
import { holdersTable } from "./holdersTable.ts";
import { purchasesTable } from "./purchasesTable.ts";
import { timesheetsTable } from "./timesheetsTable.ts";

/** What a table program would take for a formula and run. */
const FORMULA = /^[=+\-@\t\r\n]/;

const NEEDS_QUOTES = /[",\r\n]/;

/** Rows as RFC 4180 has them. Words from strangers stay words: nothing in them becomes a formula. */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(textOf).join(",")}\r\n`).join("");
}

function textOf(cell: Cell): string {
  const text = typeof cell === "string" && FORMULA.test(cell) ? `'${cell}` : String(cell);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
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
