import Papa from "papaparse";
import { findDelimiter } from "./findDelimiter.ts";

/**
 * Splits a CSV text into rows of cells, blank rows included, so that the first record is row 1.
 *
 * CRLF and CR become LF; papaparse drops a byte-order mark. If a quoted cell is malformed, `malformedRow` is its row, and
 * it and what follows are left out.
 */
export function parseRecords(text: string): { records: string[][]; malformedRow: number | undefined } {
  const lines = text.replace(/\r\n?/g, "\n");
  const { data, errors } = Papa.parse<string[]>(lines, { delimiter: findDelimiter(lines), newline: "\n" });
  const malformedIndex = errors[0]?.row;

  if (malformedIndex === undefined) return { records: data, malformedRow: undefined };
  return { records: data.slice(0, malformedIndex), malformedRow: malformedIndex + 1 };
}
