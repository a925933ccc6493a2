import { csvRows } from "@one-small-town/core/hours/reading/csvRows.ts";
import { Mistake } from "../../commands/Mistake.mjs";

/** A row of a table by its columns' names, and where it stands. */
export type Row<Column extends string> = { row: number; cells: Readonly<Record<Column, string>> };

/** No file makes people wait, or a terminal overflow, for longer than this. */
const MOST_ROWS = 30_000;

/**
 * The rows of a CSV text whose first row names the columns, in any order; blank rows are passed over, other columns
 * refused. Throws a Mistake with what to write.
 */
export function rowsOf<const Column extends string>(
  text: string,
  needed: readonly Column[],
  others: readonly Column[] = [],
): Row<Column>[] {
  const lines = text.replace(/^\ufeff/, "").replaceAll(/\r\n?/g, "\n");
  const [head = ""] = lines.split("\n", 1);
  const separator = [",", ";", "\t"].find((sign) => head.includes(sign)) ?? ",";
  const [first, ...rows] = csvRows(lines, separator);
  const names = (first?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  requireColumns(names, needed, others);
  const filled = rows.filter(({ cells, isMalformed }) => isMalformed || cells.some((cell) => cell.trim() !== ""));
  if (filled.length === 0) throw new Mistake("The file has no rows below the names of its columns.");
  if (filled.length > MOST_ROWS) throw new Mistake(`The file has ${filled.length} rows, more than ${MOST_ROWS}.`);
  return filled.map(({ row, cells }) => {
    if (cells.length !== names.length)
      throw new Mistake(`Row ${row}: there are ${cells.length} cells, and ${names.length} columns.`);
    return {
      row,
      cells: Object.fromEntries(names.map((name, i) => [name, (cells[i] ?? "").trim()])) as Record<Column, string>,
    };
  });
}

function requireColumns(names: readonly string[], needed: readonly string[], others: readonly string[]): void {
  const all = `Its first row names the columns: ${needed.join(",")}${others.map((name) => `,[${name}]`).join("")}.`;
  const missing = needed.find((name) => !names.includes(name));
  if (missing !== undefined) throw new Mistake(`The file has no column "${missing}". ${all}`);
  const unknown = names.find((name) => !needed.includes(name) && !others.includes(name));
  if (unknown !== undefined) throw new Mistake(`The column "${unknown.slice(0, 40)}" is not known. ${all}`);
  if (new Set(names).size < names.length) throw new Mistake(`A column of the file is there twice. ${all}`);
}

/** Reads each row; of what is wrong with them everything is told at once, with the row. */
export function readRows<Column extends string, T>(
  rows: readonly Row<Column>[],
  read: (cells: Row<Column>["cells"]) => T,
): T[] {
  const problems: string[] = [];
  const all = rows.flatMap(({ row, cells }) => {
    try {
      return [read(cells)];
    } catch (mistake) {
      if (!(mistake instanceof Mistake)) throw mistake;
      problems.push(`Row ${row}: ${mistake.message}`);
      return [];
    }
  });
  if (problems.length === 0) return all;
  const more = problems.length - MOST_TOLD;
  throw new Mistake([...problems.slice(0, MOST_TOLD), ...(more > 0 ? [`… and ${more} more.`] : [])].join("\n"));
}

const MOST_TOLD = 20;
