export type Cell = string | number | bigint;

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
