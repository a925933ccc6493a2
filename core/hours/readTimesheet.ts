import { decodeText } from "./reading/decodeText.ts";
import { csvTable, findHeader, hasHeader } from "./reading/findHeader.ts";
import { type RowsRead, type RowThatCounts, readRows } from "./reading/readRows.ts";
import { rowContext } from "./reading/readRow.ts";
import { sheetTables } from "./reading/sheetTables.ts";
import type { Table } from "./reading/Table.ts";
import {
  type Answers,
  answerTo,
  type Problem,
  type Question,
  type TimesheetReading,
  type TimesheetTown,
} from "./reading/TimesheetReading.ts";
import { weighRows } from "./reading/weighRows.ts";
import { isActive, shiftsOf, totalQuarters } from "./timesheet.ts";
import { daysOfWeek } from "./weeks.ts";

/** A week of 24,000 people who each worked seven times a day is smaller. */
const MOST_BYTES = 64 * 2 ** 20;

/** So many problems, and so many questions, are told; all of them are counted. */
const MOST_TOLD = 200;

/** For how many milliseconds rows are read before whoever draws a page has a turn. */
const SLICE = 25;

type Options = {
  /** What a person has answered so far. */
  answers?: Answers;
  /** Waits until others had their turn: on a page a moment of the event loop. Nobody waits when nothing is said. */
  pause?: () => Promise<void>;
};

/**
 * Reads the bytes of a coordinator's file: CSV of any writer in UTF-8 or UTF-16, .xlsx or .ods.
 *
 * Read is what people mean: `,` `;` or tab, titles above, totals below that are the sum, the header once more; dates in
 * figures in the one order in which they are in the week; hours as 2.75, 2,75, 2:45, 2h 45m; digits of any script. Several
 * rows of a member are summed, rows of 0 hours and of people who are paid (column `paid`) do not count. What could mean two
 * things is refused or asked about, never guessed. All problems are told at once (see `Problem`), then all questions (see
 * `Question`), to which `answers` answer: the same file is read again with them.
 *
 * CSV is read in slices of some 25 ms, between which it pauses; a spreadsheet is opened in one go, which takes seconds for 100,000 rows: a page
 * opens those in a worker. Nothing is thrown for any bytes.
 */
export async function readTimesheet(
  bytes: Uint8Array,
  town: TimesheetTown,
  { answers = {}, pause = goOn }: Options = {},
): Promise<TimesheetReading> {
  const breathe = everySlice(pause);
  const opened = await openTable(bytes, answers, breathe);
  if ("problem" in opened) return outcome([opened.problem], []);
  if ("question" in opened) return outcome([], [opened.question]);
  const { table } = opened;
  const found = findHeader(table);
  if ("problem" in found) return outcome(withoutHeader(table, found.problem), []);

  const { header } = found;
  const read = await readRows(table, rowContext(header, town, daysOfWeek(town.weekIndex), table.delimiter), breathe);
  const shown = withoutHidden(table, read, answers);
  const weighing = weighRows(answers);
  for (const [i, { row }] of shown.rows.entries()) {
    if (i % 1_000 === 0) await breathe();
    weighing.add(row);
  }
  await breathe();
  const weighed = weighing.weigh();

  const problems = [...read.problems, ...weighed.problems];
  const isEmpty = problems.length === 0 && weighed.questions.length === 0 && weighed.rows.length === 0;
  const nobody: Question[] = isEmpty ? [{ row: header.row, code: "nobody", options: ["yes"] }] : [];
  const asked = [...read.questions, ...shown.questions, ...nobody].filter(
    (question) => answerTo(question, answers) === undefined,
  );
  const questions = [...asked, ...weighed.questions];
  if (problems.length + questions.length > 0) return outcome(problems, questions);

  const { rows, quarters, repeated } = weighed;
  const { passedOver } = read;
  passedOver.hidden = shown.hidden;
  passedOver.repeated = repeated;
  return { kind: "read", quarters, rows, totals: totalsOf(quarters), passedOver };
}

function outcome(problems: Problem[], questions: Question[]): TimesheetReading {
  const asked = { questions: firstOf(questions), questionCount: questions.length };
  if (problems.length === 0) return { kind: "asked", questions: asked.questions, questionCount: asked.questionCount };
  return {
    kind: "refused",
    problems: firstOf(problems),
    problemCount: problems.length,
    questions: asked.questions,
    questionCount: asked.questionCount,
  };
}

function firstOf<T extends { row: number }>(all: T[]): T[] {
  return all.sort((a, b) => a.row - b.row).slice(0, MOST_TOLD);
}

async function goOn(): Promise<void> {}

/** Pauses when a slice is over, and not before. */
function everySlice(pause: () => Promise<void>): () => Promise<void> {
  let ends = performance.now() + SLICE;
  return async () => {
    if (performance.now() < ends) return;
    await pause();
    ends = performance.now() + SLICE;
  };
}

// --- Which table -----------------------------------------------------------------------------------------------------

async function openTable(
  bytes: Uint8Array,
  answers: Answers,
  breathe: () => Promise<void>,
): Promise<{ table: Table } | { problem: Problem } | { question: Question }> {
  const format = formatOf(bytes);
  if (bytes.length > MOST_BYTES) return { problem: { row: 0, code: "tooBig", bytes: bytes.length, most: MOST_BYTES } };
  if (format === "xlsx" || format === "ods") return openSheet(bytes, format, answers);
  if (format !== "text") return { problem: { row: 0, code: "notATable", format } };

  const text = await decodeText(bytes, breathe);
  return text === undefined ? { problem: { row: 0, code: "notATable", format: "unknown" } } : { table: csvTable(text) };
}

/** What a file is, by the bytes it begins with. */
function formatOf(bytes: Uint8Array): "text" | "xlsx" | "ods" | "pdf" | "oldExcel" | "archive" {
  const beginning = String.fromCharCode(...bytes.subarray(0, 100));
  if (beginning.startsWith("%PDF")) return "pdf";
  if (beginning.startsWith("\xd0\xcf\x11\xe0")) return "oldExcel";
  if (["\x1f\x8b", "Rar!", "7z\xbc\xaf"].some((mark) => beginning.startsWith(mark))) return "archive";
  if (!beginning.startsWith("PK\x03\x04")) return "text";
  return beginning.includes("vnd.oasis.opendocument") ? "ods" : "xlsx";
}

async function openSheet(
  bytes: Uint8Array,
  format: "xlsx" | "ods",
  answers: Answers,
): Promise<{ table: Table } | { problem: Problem } | { question: Question }> {
  const tables = await sheetTables(bytes, format).catch(() => []);
  const [first, ...others] = tables.filter(hasHeader);
  if (first === undefined) {
    const [table] = tables;
    return table === undefined ? { problem: { row: 0, code: "unreadable" } } : { table };
  }
  if (others.length === 0) return { table: first };

  const options = [first, ...others].map(({ name = "" }) => name);
  const question: Question = { row: 0, code: "whichSheet", options };
  const answer = answerTo(question, answers);
  const table = [first, ...others].find(({ name }) => name === answer);
  return table === undefined ? { question } : { table };
}

/** Where no columns are found and a quote is malformed, the quote is why. */
function withoutHeader(table: Table, problem: Problem): Problem[] {
  for (const { row, isMalformed } of table.rows()) if (isMalformed === true) return [{ row, code: "malformedQuote" }];
  return [problem];
}

/** The rows that count, once it is answered whether those count that a spreadsheet hides. */
function withoutHidden(
  { hiddenRows = new Set() }: Table,
  { rows }: RowsRead,
  answers: Answers,
): { rows: RowThatCounts[]; hidden: number[]; questions: Question[] } {
  const hidden = rows.flatMap(({ row: { row } }) => (hiddenRows.has(row) ? [row] : []));
  const [first] = hidden;
  if (first === undefined) return { rows, hidden: [], questions: [] };

  const question: Question = { row: first, code: "hiddenRows", options: ["count", "leave"], rows: hidden.length };
  const isLeft = answerTo(question, answers) === "leave";
  return {
    rows: isLeft ? rows.filter(({ row: { row } }) => !hiddenRows.has(row)) : rows,
    hidden: isLeft ? hidden : [],
    questions: [question],
  };
}

function totalsOf(quarters: Uint8Array): { active: number; shifts: number; quarters: number } {
  return {
    active: quarters.reduce((sum, member) => sum + Number(isActive(member)), 0),
    shifts: quarters.reduce((sum, member) => sum + shiftsOf(member), 0),
    quarters: totalQuarters(quarters),
  };
}
