import { csvSpans } from "./csvRows.ts";
import { csvTable } from "./findHeader.ts";
import type { Problem } from "./TimesheetReading.ts";

/** Some rows of a CSV text with \n at the ends of its lines, by their numbers, as they are written there. */
export function writtenRows(text: string, rows: readonly number[]): Map<number, string> {
  const wanted = new Set(rows);
  const written = new Map<number, string>();
  for (const { row, start, end } of csvSpans(text, delimiterOf(text)))
    if (wanted.has(row)) written.set(row, text.slice(start, end));
  return written;
}

/** The text with one row written otherwise. One that is emptied stays blank, so that the others keep their numbers. */
export function rewriteRow(text: string, row: number, written: string): string {
  const span = spanOf(text, row);
  return span === undefined ? text : text.slice(0, span.start) + written + text.slice(span.end);
}

function spanOf(text: string, wanted: number): { start: number; end: number } | undefined {
  for (const span of csvSpans(text, delimiterOf(text))) if (span.row === wanted) return span;
  return undefined;
}

function delimiterOf(text: string): string {
  return csvTable(text).delimiter ?? ",";
}

/** One way to mend a row: what to write in place of what, and the row as it then is. */
export type Fix = { value: string; written: string };

/** How a row can be mended as its problem suggests; nothing where it is not clear which of its cells is meant. */
export function fixesOf(problem: Problem, written: string): Fix[] {
  const { cell, values } = suggestionsOf(problem);
  const [before, after, ...others] = written.split(cell);
  if (cell === "" || before === undefined || after === undefined || others.length > 0) return [];
  return values.map((value) => ({ value, written: before + value + after }));
}

function suggestionsOf(problem: Problem): { cell: string; values: string[] } {
  switch (problem.code) {
    case "decimalComma":
      return { cell: problem.hours, values: [problem.suggestion] };
    case "notAQuarter":
      return { cell: problem.hours, values: [problem.lower, problem.upper] };
    case "moreThanADay":
      return { cell: problem.hours, values: problem.suggestion === "" ? [] : [problem.suggestion] };
    case "otherOrder":
      return { cell: problem.date, values: [problem.suggestion] };
    default:
      return { cell: "", values: [] };
  }
}
