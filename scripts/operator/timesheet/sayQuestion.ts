import type { Question } from "@one-small-town/core/hours/reading/TimesheetReading.ts";
import { decimalHours } from "@one-small-town/core/hours/timesheet.ts";

/** A sentence for each. */
const SENTENCES: { readonly [Code in Question["code"]]: (it: Extract<Question, { code: Code }>) => string } = {
  repeatedRow: ({ row, firstRow, member, project, day, quarters }) =>
    `Row ${row} says the same as row ${firstRow}: member ${member}, ${day}, ${decimalHours(quarters)} hours, "${project}". Were both worked (both), or is it written twice (once)?`,
  longDay: ({ day, member, quarters, row }) =>
    `Row ${row}: member ${member} has ${decimalHours(quarters)} hours on ${day} in all. Is that right (yes)?`,
  furtherColumn: ({ column, example, row }) =>
    `Row ${row}: the column "${column}" ("${example}") is not known. Does it change no hours, so that it can be passed over (pass)?`,
  nobody: () => "Nobody has any hours in this file. Was it a week without hours (yes)?",
  whichSheet: ({ options }) => `Several sheets have hours. Which one is it (${options.join(", ")})?`,
  hiddenRows: ({ row, rows }) =>
    `Row ${row}: the spreadsheet hides ${rows} rows with hours. Do they count (count), or not (leave)?`,
};

/** What only a person can know of a timesheet, with what each answer means. */
export function sayQuestion(question: Question): string {
  return (SENTENCES[question.code] as (it: Question) => string)(question);
}
