import type { MessageDescriptor } from "@lingui/core";
import type { Question } from "@one-small-town/core/hours/reading/TimesheetReading.ts";
import { count, hoursOf } from "./format.ts";
import { i18n } from "./i18n.ts";
import { questionWords as words } from "./words/sheetQuestions.ts";

/** A sentence for each kind; one that is missing does not compile. */
const SENTENCES: {
  readonly [Code in Question["code"]]: (it: Extract<Question, { code: Code }>) => MessageDescriptor;
} = {
  repeatedRow: ({ row, firstRow, member, day, quarters, project }) => {
    const named = project === "" ? i18n._(words.noProject) : project;
    const stint = i18n._(words.stint(String(member), day, hoursOf(quarters), named));
    return words.repeatedRow(count(row), count(firstRow), stint);
  },
  longDay: ({ row, member, day, quarters }) => words.longDay(count(row), String(member), day, hoursOf(quarters)),
  furtherColumn: ({ column, example }) => words.furtherColumn(column, example),
  nobody: () => words.nobody,
  whichSheet: () => words.whichSheet,
  hiddenRows: ({ row, rows }) => words.hiddenRows(count(row), rows),
};

/** What only a person can know of a file of hours. */
export function describeQuestion(question: Question): MessageDescriptor {
  return (SENTENCES[question.code] as (it: Question) => MessageDescriptor)(question);
}

/** The words on the button of an answer: of a sheet its name, as the file has it. */
export function describeAnswer({ code }: Question, option: string): string {
  const { answers } = words;
  return code !== "whichSheet" && Object.hasOwn(answers, option)
    ? i18n._(answers[option as keyof typeof answers])
    : option;
}
