import type { TableRow } from "./Table.ts";

/** A cell that stands in quotes, and where the text goes on behind it; undefined when it does not end as it should. */
type Quoted = { cell: string; end: number } | undefined;

/**
 * The rows of a CSV text with \n at the ends of its lines, blank ones included. A quote begins a cell only at its start,
 * but for spaces. A row with a malformed quote comes without cells, and the next line is taken for the next row.
 */
export function* csvRows(text: string, delimiter: string): Generator<TableRow> {
  let at = 0;
  for (let row = 1; at <= text.length; row++) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    if (!line.includes('"')) {
      yield { row, cells: line.split(delimiter) };
      at = end + 1;
      continue;
    }

    const read = readQuotedRow(text, at, delimiter);
    yield read === undefined ? { row, cells: [], isMalformed: true } : { row, cells: read.cells, quoted: read.quoted };
    at = (read?.end ?? end) + 1;
  }
}

/** Where each row of `csvRows` stands in the text: from `start` to `end`, where its line break is. */
export function* csvSpans(text: string, delimiter: string): Generator<{ row: number; start: number; end: number }> {
  let start = 0;
  for (let row = 1; start <= text.length; row++) {
    const line = lineEnd(text, start);
    const hasQuote = text.slice(start, line).includes('"');
    const end = hasQuote ? (readQuotedRow(text, start, delimiter)?.end ?? line) : line;
    yield { row, start, end };
    start = end + 1;
  }
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

/** A row that begins at `from` and has quotes: it may go on over several lines. `end` is where its line break is. */
function readQuotedRow(
  text: string,
  from: number,
  delimiter: string,
): { cells: string[]; quoted: boolean[]; end: number } | undefined {
  const cells: string[] = [];
  const quoted: boolean[] = [];
  for (let at = from; ; at++) {
    const start = skipSpaces(text, at, delimiter);
    const isQuoted = text[start] === '"';
    const read = isQuoted ? readQuotedCell(text, start, delimiter) : readBareCell(text, at, delimiter);
    if (read === undefined) return undefined;

    cells.push(read.cell);
    quoted.push(isQuoted);
    at = read.end;
    if (at >= text.length || text[at] === "\n") return { cells, quoted, end: at };
  }
}

function readBareCell(text: string, from: number, delimiter: string): { cell: string; end: number } {
  let end = from;
  while (end < text.length && text[end] !== "\n" && text[end] !== delimiter) end++;
  return { cell: text.slice(from, end), end };
}

function readQuotedCell(text: string, start: number, delimiter: string): Quoted {
  for (let from = start + 1; ;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return undefined;
    if (text[quote + 1] === '"') {
      from = quote + 2;
      continue;
    }

    const end = skipSpaces(text, quote + 1, delimiter);
    const isEnd = end >= text.length || text[end] === "\n" || text.startsWith(delimiter, end);
    return isEnd ? { cell: text.slice(start + 1, quote).replaceAll('""', '"'), end } : undefined;
  }
}

function skipSpaces(text: string, from: number, delimiter: string): number {
  const spaces = delimiter === "\t" ? " \u00a0" : " \u00a0\t";
  for (let at = from; ; at++) if (at >= text.length || !spaces.includes(text[at] ?? "")) return at;
}
