import { msg, plural } from "@lingui/core/macro";

/** What is wrong with a file of hours, and what to do about it. */
export const problemWords = {
  atRow: (row: string, problem: string) => msg`Row ${row}: ${problem}`,

  pdf: msg`This is a PDF. Save the table that it was made from as .xlsx, .ods or CSV.`,
  oldExcel: msg`This is an old .xls file, or it has a password. Save it as .xlsx or CSV, with no password.`,
  archive: msg`This is a packed file. Unpack it, and take the file inside.`,
  unknown: msg`This is no table that this page can read. Save it as .xlsx, .ods or CSV.`,
  tooBig: (size: string, most: string) =>
    msg`The file has ${size} megabytes. It can have ${most} at most. Save only the sheet of this week.`,
  unreadable: msg`The file does not open. It is broken, or has a password. Save it once more, with no password.`,
  missingColumn: (columns: string) =>
    msg`The column ${columns} is missing. The first row must name the columns: member, project, date, hours.`,
  repeatedColumn: (columns: string) => msg`Two columns have the same name: ${columns}. Take one out.`,
  columnChangesHours: (column: string, example: string) =>
    msg`The column “${column}” (here it says “${example}”) may change what the hours mean. Write what counts into the column hours. Then take this column out.`,
  rowAboveHeader: msg`There are hours above the names of the columns. Put the row with the names first.`,
  otherHeader: msg`The names of the columns come again here, in another order. Put all rows below one row of names.`,
  malformedQuote: msg`There is one quote mark " too few here, or one too many. Take the quote marks out, or add the one that is missing.`,
  swallowedRows: (lines: number) =>
    msg`One cell holds ${plural(lines, { one: "# line", other: "# lines" })}, and one of them looks like a row. There is one quote mark " too few, or one too many.`,
  tooManyCells: (cells: string, columns: string) =>
    msg`There are ${cells} cells here, but only ${columns} columns. Put quote marks around words with a comma in them.`,
  decimalComma: (hours: string, suggestion: string) =>
    msg`Did you mean ${suggestion} hours? In this file a comma ends the cell. So write ${suggestion}, or put quote marks around ${hours}.`,
  unknownMember: (member: string, members: string) =>
    msg`“${member}” is no number of a member. In this town they go from 1 to ${members}.`,
  noMember: (members: string) => msg`The number of the member is missing. In this town they go from 1 to ${members}.`,
  ownHours: (member: string) =>
    msg`Number ${member} is you. Nobody writes their own hours. Take this row out: the Town Ambassador can add your hours later.`,
  wrongWeek: (date: string, first: string, last: string) =>
    msg`“${date}” is no day of this week, from ${first} to ${last}. Write the date like ${first}.`,
  noDate: (first: string, last: string) =>
    msg`The date is missing. Write a day of this week, from ${first} to ${last}.`,
  otherOrder: (date: string, suggestion: string) =>
    msg`In “${date}” day and month are not in the same order as in the other rows. Write ${suggestion} if you mean that day.`,
  badHours: (hours: string) => msg`“${hours}” is no number of hours. Write 2.75 or 2:45.`,
  noHours: msg`The hours are missing. Write 2.75 or 2:45.`,
  notAQuarter: (hours: string, lower: string, upper: string) =>
    msg`Hours count in quarters, and “${hours}” is none. Write ${lower} or ${upper}.`,
  moreThanADay: (hours: string) => msg`“${hours}” hours are more than a day has. Look at this row again.`,
  minutes: (hours: string, suggestion: string) =>
    msg`“${hours}” hours are more than a day has. Did you mean minutes? Then write ${suggestion}.`,
  unclearPaid: (paid: string) => msg`The column paid says “${paid}” here. Write yes or no.`,
  wrongTotal: (stated: string, sum: string) =>
    msg`The total says “${stated}”, but the rows above it come to ${sum} hours. Look for a row that is missing, or take the total out.`,
  tooManyHours: (member: string, hours: string, most: string) =>
    msg`With this row number ${member} has ${hours} hours. A week can hold ${most} at most.`,

  away: (member: string) =>
    msg`Number ${member} was not with us in this week: they had left, moved, or were suspended. Take the row out, or mend the number.`,
  notYet: (member: string) =>
    msg`Number ${member} had not joined yet in this week. Take the row out, or mend the number.`,
};
