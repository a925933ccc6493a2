import type { MessageDescriptor } from "@lingui/core";
import type { Problem } from "@one-small-town/core/hours/reading/TimesheetReading.ts";
import { QUARTERS_PER_HOUR } from "@one-small-town/core/hours/timesheet.ts";
import { MOST_QUARTERS } from "@one-small-town/core/rules/Timesheet.ts";
import { count, hoursOf, listOf } from "./format.ts";
import { problemWords as words } from "./words/sheetProblems.ts";

const MEGABYTE = 2 ** 20;

/** A sentence for each kind; one that is missing does not compile. */
const SENTENCES: { readonly [Code in Problem["code"]]: (it: Extract<Problem, { code: Code }>) => MessageDescriptor } = {
  notATable: ({ format }) => words[format],
  tooBig: ({ bytes, most }) => words.tooBig(count(Math.ceil(bytes / MEGABYTE)), count(most / MEGABYTE)),
  unreadable: () => words.unreadable,
  missingColumn: ({ columns }) => words.missingColumn(listOf(columns)),
  repeatedColumn: ({ columns }) => words.repeatedColumn(listOf(columns)),
  columnChangesHours: ({ column, example }) => words.columnChangesHours(column, example),
  rowAboveHeader: () => words.rowAboveHeader,
  otherHeader: () => words.otherHeader,
  malformedQuote: () => words.malformedQuote,
  swallowedRows: ({ lines }) => words.swallowedRows(lines),
  tooManyCells: ({ cells, columns }) => words.tooManyCells(count(cells), count(columns)),
  decimalComma: ({ hours, suggestion }) => words.decimalComma(hours, suggestion),
  unknownMember: ({ member, members }) =>
    member === "" ? words.noMember(String(members)) : words.unknownMember(member, String(members)),
  ownHours: ({ member }) => words.ownHours(String(member)),
  wrongWeek: ({ date, firstDay, lastDay }) =>
    date === "" ? words.noDate(firstDay, lastDay) : words.wrongWeek(date, firstDay, lastDay),
  otherOrder: ({ date, suggestion }) => words.otherOrder(date, suggestion),
  badHours: ({ hours }) => (hours === "" ? words.noHours : words.badHours(hours)),
  notAQuarter: ({ hours, lower, upper }) => words.notAQuarter(hours, lower, upper),
  moreThanADay: ({ hours, suggestion }) =>
    suggestion === "" ? words.moreThanADay(hours) : words.minutes(hours, suggestion),
  unclearPaid: ({ paid }) => words.unclearPaid(paid),
  wrongTotal: ({ stated, sum }) => words.wrongTotal(stated, count(sum / QUARTERS_PER_HOUR)),
  tooManyHours: ({ member, quarters }) => words.tooManyHours(String(member), hoursOf(quarters), hoursOf(MOST_QUARTERS)),
};

/** What is wrong with a row, or with a whole file of hours, and what somebody can do about it. */
export function describeProblem(problem: Problem): MessageDescriptor {
  return (SENTENCES[problem.code] as (it: Problem) => MessageDescriptor)(problem);
}
