import type { Problem } from "@one-small-town/core/hours/reading/TimesheetReading.ts";
import { decimalHours } from "@one-small-town/core/hours/timesheet.ts";

function quote(cell: string): string {
  return cell === "" ? "nothing" : `"${cell}"`;
}

const FORMATS = {
  pdf: "This is a PDF. Save the table that it was made from as .xlsx, .ods or CSV.",
  oldExcel: "This is an old .xls file, or one with a password. Save it without a password, as .xlsx or CSV.",
  archive: "This is an archive. Unpack it, and take the file inside.",
  unknown: "This is no table that can be read. Save it as .xlsx, .ods or CSV.",
};

/** A sentence for each. */
const SENTENCES: { readonly [Code in Problem["code"]]: (it: Extract<Problem, { code: Code }>) => string } = {
  notATable: ({ format }) => FORMATS[format],
  tooBig: ({ bytes, most }) => `The file has ${bytes} bytes, more than ${most}. Save only this week's sheet.`,
  unreadable: () =>
    "The spreadsheet cannot be opened: it is damaged, or has a password. Save it once more, without one.",
  missingColumn: ({ columns }) =>
    `the column ${columns.join(", ")} is missing. The first row names the columns: member, project, date, hours.`,
  repeatedColumn: ({ columns }) => `there are two columns called ${columns.join(", ")}. Take one out.`,
  columnChangesHours: ({ column, example }) =>
    `the column ${quote(column)} (${quote(example)}) changes what the hours mean. Put into hours what counts, take out the rows that do not, and take out the column.`,
  rowAboveHeader: () => "hours stand above the names of the columns. Put the row of names first.",
  otherHeader: () => "the names of the columns come again in another order. Put all rows below one row of names.",
  malformedQuote: () =>
    'a quote " is missing here, or one too many. Write a quote inside quotes twice, or take the quotes out.',
  swallowedRows: ({ lines }) =>
    `one cell holds ${lines} lines, and one of them looks like a row. A quote " is missing, or one too many.`,
  tooManyCells: ({ cells, columns }) =>
    `there are ${cells} cells, and ${columns} columns. Put quotes around what has a comma in it.`,
  decimalComma: ({ hours, suggestion }) =>
    `write ${suggestion} or put quotes around ${hours}: without them a comma ends the cell. If what follows is a note, put quotes around that.`,
  unknownMember: ({ member, members }) =>
    `${quote(member)} is no member number of this town, which go from 1 to ${members}.`,
  ownHours: ({ member }) =>
    `member ${member} is you. Nobody hands in their own hours: another coordinator adds them later.`,
  wrongWeek: ({ date, firstDay, lastDay }) =>
    `${quote(date)} is no day of the week from ${firstDay} to ${lastDay}. Write a date as ${firstDay}.`,
  otherOrder: ({ date, suggestion }) =>
    `${quote(date)} has day and month swapped against the other rows. Write ${suggestion} if it is that day.`,
  badHours: ({ hours }) => `${quote(hours)} is no number of hours. Write 2.75 or 2:45.`,
  notAQuarter: ({ hours, lower, upper }) => `${quote(hours)} hours are no whole quarters. Write ${lower} or ${upper}.`,
  moreThanADay: ({ hours, suggestion }) =>
    `${quote(hours)} hours are more than a day has.${suggestion === "" ? "" : ` If they are minutes, write ${suggestion}.`}`,
  unclearPaid: ({ paid }) => `${quote(paid)} in the column paid is neither yes nor no.`,
  wrongTotal: ({ stated, sum }) =>
    `the total says ${quote(stated)}, and the rows above it make ${decimalHours(sum)} hours. Look for a missing row, or take the total out.`,
  tooManyHours: ({ member, quarters }) =>
    `with this row member ${member} has ${decimalHours(quarters)} hours. A week holds 63.75 at most.`,
};

/** What is wrong with a timesheet, and what somebody can do about it. */
export function sayProblem(problem: Problem): string {
  const sentence = (SENTENCES[problem.code] as (it: Problem) => string)(problem);
  return problem.row === 0 ? sentence : `Row ${problem.row}: ${sentence}`;
}
