import type { CellValue, Sheet, Workbook } from "hucre/xlsx";
import { said } from "./cells.ts";
import type { Table, TableRow } from "./Table.ts";

/** Where a spreadsheet's time without a date begins, by what its file says of dates: in milliseconds. */
const MIDNIGHTS = { 1900: Date.UTC(1899, 11, 31), 1904: Date.UTC(1904, 0, 1) };

/** A date this close to the beginning is a time of day, or hours that are shown as [h]:mm. */
const TIMES = 50 * 86_400_000;

/** How an .ods file writes a time. */
const DURATION = /^PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S$/;

/** The sheets of an .xlsx or .ods file that are not hidden. Its reader is loaded only now. Rejects for any other file. */
export async function sheetTables(bytes: Uint8Array, format: "xlsx" | "ods"): Promise<Table[]> {
  const workbook = await openWorkbook(bytes, format);
  return workbook.sheets
    .filter(({ hidden = false, veryHidden = false }) => !hidden && !veryHidden)
    .map((sheet) => ({
      name: said(sheet.name),
      rows: () => rowsOf(sheet, MIDNIGHTS[workbook.dateSystem ?? "1900"]),
      hiddenRows: hiddenRowsOf(sheet),
    }));
}

async function openWorkbook(bytes: Uint8Array, format: "xlsx" | "ods"): Promise<Workbook> {
  if (format === "ods") return (await import("hucre/ods")).readOds(bytes);
  return (await import("hucre/xlsx")).readXlsx(bytes);
}

function* rowsOf({ rows }: Sheet, midnight: number): Generator<TableRow> {
  for (const [i, cells] of rows.entries()) yield { row: i + 1, cells: cells.map((cell) => textOf(cell, midnight)) };
}

function hiddenRowsOf({ rowDefs = new Map() }: Sheet): Set<number> {
  return new Set([...rowDefs].filter(([, { hidden }]) => hidden === true).map(([i]) => i + 1));
}

/** A cell as somebody would write it into a CSV file. */
function textOf(value: CellValue | undefined, midnight: number): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return textOfDate(value, midnight);
  return String(value).replace(DURATION, "$1:$2:$3");
}

function textOfDate(date: Date, midnight: number): string {
  const since = date.getTime() - midnight;
  if (since < 0 || since > TIMES) return Number.isNaN(since) ? "" : date.toISOString().slice(0, 19);

  const seconds = Math.round(since / 1000);
  const two = (figure: number) => String(figure).padStart(2, "0");
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
