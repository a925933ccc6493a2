import { msg } from "@lingui/core/macro";
import { weekStart } from "../../lib/weeks/weekStart.ts";
import { count, dateTime, money, weekDate } from "../format.ts";
import type { ErrorName, Sentences } from "./Sentence.ts";

type HoursError = Extract<ErrorName, `Contributions${string}` | `InfinityToken${string}`>;

export const hoursErrors: Sentences<HoursError> = {
  ContributionsBadWeeks: ([weeks]) =>
    msg`Money for members can be spread over 1 to 52 weeks, but not over ${count(weeks)}. Choose a number from 1 to 52.`,
  ContributionsNoEvidence: () => msg`The file with the signed sheet is missing. Choose it, then try again.`,
  ContributionsNoSuchMember: ([, number]) =>
    msg`This town has no member with the number ${String(number)}. Check the number.`,
  ContributionsNoSuchTimesheet: () =>
    msg`Not all these weeks are closed yet. Load the page again, and claim up to the last closed week.`,
  ContributionsNotAmbassador: () =>
    msg`Only the Town or the Country Ambassador can do this. Use the wallet of one, or ask one of them.`,
  ContributionsNotCoordinator: () =>
    msg`Only a coordinator of this town can do this. Use the wallet of one, or ask one of them.`,
  ContributionsNotMemberRegistry: () =>
    msg`Only the list of members can do this. No wallet can, so there is nothing to do.`,
  ContributionsNotYetMember: ([, number, weekIndex]) =>
    msg`Number ${String(number)} was not a member yet in the week from ${weekOf(weekIndex)}. Take the row out, or mend the number.`,
  ContributionsNothingPending: () => msg`No sheet of this town waits for review now. Load the page again.`,
  ContributionsOwnHours: ([, number]) =>
    msg`Nobody can write their own hours. You are number ${String(number)}. Let another coordinator send this sheet.`,
  ContributionsPending: ([, weekIndex]) =>
    msg`The sheet for the week from ${weekOf(weekIndex)} is still in review. Send yours when that one is closed.`,
  ContributionsReviewOver: ([, weekIndex, ends]) =>
    msg`The review of the week from ${weekOf(weekIndex)} was over on ${dateTime(Number(ends))}. The sheet can no longer be refused.`,
  ContributionsReviewRuns: ([, weekIndex, ends]) =>
    msg`The week from ${weekOf(weekIndex)} is in review until ${dateTime(Number(ends))}. Close it after that.`,
  ContributionsTooLong: ([length, most]) =>
    msg`The sheet has ${count(length)} rows of members. It can hold ${count(most)}. Check the numbers of the members.`,
  ContributionsTooMuch: ([amount, most], unit) =>
    unit === undefined
      ? msg`This is more money than the town’s records can hold. Give a smaller sum.`
      : msg`${money(amount, unit)} is more than the town’s records can hold. Give at most ${money(most, unit)}.`,
  ContributionsWeekDone: ([, weekIndex]) =>
    msg`The week from ${weekOf(weekIndex)} is closed. Its hours are fixed. Choose another week.`,
  ContributionsWeekNotOpen: ([weekIndex, current]) =>
    weekIndex >= current
      ? msg`The week from ${weekOf(weekIndex)} is not over yet. Send its hours when it has ended.`
      : msg`The week from ${weekOf(weekIndex)} is too long ago. Only the last eight weeks are open. Choose one of them.`,
  InfinityTokenNotMinter: () =>
    msg`Only the contract that counts hours can make INFINITY. No wallet can, so there is nothing to do.`,
};

function weekOf(weekIndex: number): string {
  return weekDate(weekStart(weekIndex));
}
