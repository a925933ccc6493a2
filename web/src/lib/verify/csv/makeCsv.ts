import { claimsTable } from "./claimsTable.ts";
import { depositsTable } from "./depositsTable.ts";
import { dividendsTable } from "./dividendsTable.ts";
import { holdersTable } from "./holdersTable.ts";
import { purchasesTable } from "./purchasesTable.ts";
import type { Source, Table, TableName } from "./Table.ts";
import { timesheetsTable } from "./timesheetsTable.ts";
import { toCsv } from "./toCsv.ts";

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
