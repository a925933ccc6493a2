import { said } from "./cells.ts";
import { isHeaderAgain, type TimesheetHeader } from "./findHeader.ts";
import { isRowAboveHeader, readRow, type RowContext, type RowRead } from "./readRow.ts";
import { settleOrder } from "./settleOrder.ts";
import { isFilled, type Table, type TableRow } from "./Table.ts";
import type { PassedOver, Problem, Question } from "./TimesheetReading.ts";

export type RowThatCounts = Extract<RowRead, { row: unknown }>;

/** Every filled row of a table, each read by itself, and what shows only when one looks at all of them. */
export type RowsRead = {
  rows: RowThatCounts[];
  passedOver: Record<PassedOver, number[]>;
  problems: Problem[];
  /** Further columns that say something. */
  questions: Question[];
};

/** What a row of totals is called, in the languages of our towns. */
const TOTAL =
  /^(?:grand |sub-?|week(?:ly)? )?(?:totals?|totaal|totale|totaux|gesamt|summe|zwischensumme|sum|suma|soma|somme|jumla|isamba|iyonke|kakaretso)\b|^(?:المجموع|итого|всего)/iu;

/** How many rows are read between two looks at the clock. */
const ROWS_A_LOOK = 200;

/**
 * Reads the rows of a table.
 * @param pause called every few rows: it may wait, so that a page stays alive.
 */
export async function readRows(table: Table, context: RowContext, pause: () => Promise<void>): Promise<RowsRead> {
  const { header } = context;
  const sums = sumsOf();
  const columns = furtherColumns(header);
  const widths = widthsOf(header);
  const rows: RowThatCounts[] = [];
  const problems: Problem[] = [];
  const wrongTotals: Problem[] = [];
  const passedOver = nothingPassedOver();

  let looked = 0;
  for (const tableRow of table.rows()) {
    if (++looked % ROWS_A_LOOK === 0) await pause();
    const { row, cells } = tableRow;
    if (row === header.row || !(tableRow.isMalformed === true || cells.some(isFilled))) continue;
    if (row < header.row) {
      if (isRowAboveHeader(cells, context)) problems.push({ row, code: "rowAboveHeader" });
      else passedOver.title.push(row);
      continue;
    }

    const again = isHeaderAgain(cells, header);
    if (again === "same") passedOver.header.push(row);
    if (again === "other") problems.push({ row, code: "otherHeader" });
    if (again !== undefined) continue;

    const read = readRow(tableRow, context);
    widths.look(tableRow);
    if ("row" in read) {
      rows.push(read);
      sums.add(read.row.quarters, true);
      columns.look(cells);
    } else if ("passedOver" in read) {
      passedOver[read.passedOver].push(row);
      sums.add(read.quarters, false);
    } else if ("total" in read && cells.some((cell) => TOTAL.test(cell.trim()))) {
      if (sums.isSum(read.quarters)) passedOver.total.push(row);
      else wrongTotals.push({ row, code: "wrongTotal", stated: said(read.total), sum: sums.counted() });
    } else problems.push(...read.problems);
  }

  problems.push(...settleOrder(rows), ...widths.problems(rows), ...columns.problems());
  // The sum of rows is known only once each of them is right.
  if (problems.length === 0) problems.push(...wrongTotals);
  return { rows, passedOver, problems, questions: columns.questions() };
}

function nothingPassedOver(): RowsRead["passedOver"] {
  return {
    title: [],
    header: [],
    total: [],
    words: [],
    zero: [],
    paid: [],
    repeated: [],
    hidden: [],
  };
}

/** What a row of totals may say: the sum of all rows above it, or of those below the last total; with the paid or without. */
function sumsOf() {
  const all = { counted: 0, paid: 0 };
  let since = { counted: 0, paid: 0 };
  return {
    add(quarters: number, counts: boolean): void {
      const kind = counts ? "counted" : "paid";
      all[kind] += quarters;
      since[kind] += quarters;
    },
    isSum(quarters: number): boolean {
      const isOne = [all, since].some(({ counted, paid }) => quarters === counted || quarters === counted + paid);
      since = { counted: 0, paid: 0 };
      return isOne;
    },
    counted: (): number => all.counted,
  };
}

/** Which further columns say something in a row that counts. */
function furtherColumns({ row, others }: TimesheetHeader) {
  const examples = new Map<number, string>();
  const speaking = (changesHours: boolean) =>
    others
      .filter((other) => other.changesHours === changesHours && examples.has(other.at))
      .map(({ at, name }) => ({
        column: name === "" ? letterOf(at) : said(name),
        example: said(examples.get(at) ?? ""),
      }));
  return {
    look(cells: readonly string[]): void {
      for (const { at } of others) if (!examples.has(at) && isFilled(cells[at])) examples.set(at, cells[at] ?? "");
    },
    problems: (): Problem[] =>
      speaking(true).map(({ column, example }) => ({ row, code: "columnChangesHours", column, example })),
    questions: (): Question[] =>
      speaking(false).map(({ column, example }) => ({
        row,
        code: "furtherColumn",
        options: ["pass"],
        column,
        example,
      })),
  };
}

/** The letters that a spreadsheet gives a column. */
function letterOf(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : letterOf(Math.floor(at / 26) - 1) + last;
}

/** Rows of a CSV file that have more cells than the header and than most rows: a separator too many is in one of them. */
function widthsOf({ cells: usual }: TimesheetHeader) {
  const counts = new Map<number, number>();
  const wide = new Map<number, number>();
  return {
    look({ row, cells }: TableRow): void {
      counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
      if (cells.length > usual) wide.set(row, cells.length);
    },
    problems(rows: readonly RowThatCounts[]): Problem[] {
      if (wide.size === 0) return [];
      const most = Math.max(...counts.values());
      return rows.flatMap(({ row: { row } }) => {
        const cells = wide.get(row);
        if (cells === undefined || counts.get(cells) === most) return [];
        return [{ row, code: "tooManyCells" as const, cells, columns: usual }];
      });
    },
  };
}
