import { msg, plural } from "@lingui/core/macro";

/** What only a person can know of a file of hours, and the words on the buttons that answer. */
export const questionWords = {
  repeatedRow: (row: string, firstRow: string, stint: string) =>
    msg`Rows ${firstRow} and ${row} say the same: ${stint}. Were there two stints, or is one written twice?`,
  stint: (member: string, day: string, hours: string, project: string) =>
    msg`number ${member}, ${day}, ${hours} hours, ${project}`,
  noProject: msg`no project`,
  longDay: (row: string, member: string, day: string, hours: string) =>
    msg`Up to row ${row}, number ${member} has ${hours} hours on ${day}. That is more than a day has. Is it right?`,
  furtherColumn: (column: string, example: string) =>
    msg`This page does not know the column “${column}” (it says “${example}”). May it be left out, since it changes no hours?`,
  nobody: msg`Nobody has any hours in this file. Was it a week without work?`,
  whichSheet: msg`More than one sheet of this file has hours. Which one is it?`,
  hiddenRows: (row: string, rows: number) =>
    msg`The file hides ${plural(rows, { one: "# row", other: "# rows" })} with hours, the first is row ${row}. Do they count?`,

  answers: {
    both: msg`Two stints: count both`,
    once: msg`Written twice: count one`,
    yes: msg`Yes, that is right`,
    pass: msg`Yes, leave it out`,
    count: msg`Yes, they count`,
    leave: msg`No, leave them out`,
  },
  forAll: (answer: string, count: number) =>
    msg`${answer}, in ${plural(count, { one: "this row", other: "all # such rows" })}`,
  mendFirst: msg`If not, mend the file and choose it again.`,
};
