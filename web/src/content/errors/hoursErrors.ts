import { msg } from "@lingui/core/macro";
import { shortAddress } from "@one-small-town/core/text.ts";
import { QUARTERS_PER_HOUR } from "@one-small-town/core/hours/timesheet.ts";
import { MOST_VALID_WEEKS } from "@one-small-town/core/rules/Benefits.ts";
import { MOST_WEEKS, OPEN_WEEKS } from "@one-small-town/core/rules/Contributions.ts";
import { SHIFT } from "@one-small-town/core/rules/Timesheet.ts";
import { count, dateTime, money, spelledOut } from "../format.ts";
import { weekOf } from "../weeks.ts";
import type { ErrorName, Sentences } from "./Sentence.ts";

type HoursError = Extract<ErrorName, `Benefits${string}` | `Contributions${string}` | `InfinityToken${string}`>;

export const hoursErrors: Sentences<HoursError> = {
  BenefitsBadEnd: ([last, current]) =>
    last < current
      ? msg`The week from ${weekOf(last)} is over. This can end with the week that runs now, or later. Choose a later week.`
      : msg`This can only be made to end sooner than it does now. Choose an earlier week.`,
  BenefitsBadSignature: ([wallet]) =>
    msg`The wallet ${shortAddress(wallet)} of this member did not sign for just this. Ask the member to sign once more.`,
  BenefitsBadWeeks: ([weeks]) =>
    msg`Members can have 1 to ${count(MOST_VALID_WEEKS)} weeks to fetch it, but not ${count(weeks)}. Choose a number from 1 to ${count(MOST_VALID_WEEKS)}.`,
  BenefitsEnded: ([, weekIndex, last]) =>
    msg`This was given up to the week from ${weekOf(last)}. The week from ${weekOf(weekIndex)} is later. Choose an earlier week.`,
  BenefitsExpired: ([, weekIndex]) =>
    msg`It is too late to fetch what the week from ${weekOf(weekIndex)} gave. Choose a newer week.`,
  BenefitsNoMetadata: () =>
    msg`The file that says what this is and where to fetch it is missing. Choose it, then try again.`,
  BenefitsNoSuchBenefit: () => msg`There is nothing like this to hand out. Choose from the list of the town.`,
  BenefitsNoUnits: () => msg`The number is zero, so there is nothing to hand out. Enter 1 or more.`,
  BenefitsNotActive: ([, weekIndex, number]) =>
    msg`Number ${String(number)} worked less than ${spelledOut(SHIFT / QUARTERS_PER_HOUR, "hour")} in the week from ${weekOf(weekIndex)}. So that week gives nothing. Choose another week.`,
  BenefitsNotFinalised: ([, weekIndex]) =>
    msg`The week from ${weekOf(weekIndex)} is not closed yet. Hand out what it gives when it is closed.`,
  BenefitsNotSteward: () => msg`Only a steward of this town can do this. Use the wallet of one, or ask one of them.`,
  BenefitsOverEntitlement: ([units, most]) =>
    msg`That would be ${count(units)} in all, but this week gives ${count(most)}. Hand out less.`,
  BenefitsRedeemedAlready: ([, redeemed]) =>
    msg`The member has signed for ${count(redeemed)} of this week before, and this is no more. To hand out more, let the member sign for more.`,
  ContributionsAway: ([, number, weekIndex]) =>
    msg`Number ${String(number)} was not with us in the week from ${weekOf(weekIndex)}: they had left, moved or were suspended. Take the row out, or mend the number.`,
  ContributionsBadWeeks: ([weeks]) =>
    msg`Money for members can be spread over 1 to ${count(MOST_WEEKS)} weeks, but not over ${count(weeks)}. Choose a number from 1 to ${count(MOST_WEEKS)}.`,
  ContributionsMayNotReject: () =>
    msg`Only the Town or the Country Ambassador, or head office, can refuse a sheet. Use the wallet of one, or ask one of them.`,
  ContributionsNoEvidence: () => msg`The file with the signed sheet is missing. Choose it, then try again.`,
  ContributionsNoReason: () => msg`The file with the reason is missing. Choose it, then try again.`,
  ContributionsNoSuchMember: ([, number]) =>
    msg`This town has no member with the number ${String(number)}. Check the number.`,
  ContributionsNoSuchTimesheet: () =>
    msg`Not all these weeks are closed yet. Load the page again, and claim up to the last closed week.`,
  ContributionsNobodyInPower: () =>
    msg`This town has no ambassador in power now who could look at the hours. Send them when there is one again.`,
  ContributionsNotAscending: () =>
    msg`The numbers of the members must grow from row to row, and none may come twice. Sort them, then try again.`,
  ContributionsNotCoordinator: () =>
    msg`Only a coordinator of this town can do this. Use the wallet of one, or ask one of them.`,
  ContributionsNotFinalDivision: () =>
    msg`Only the contract that shares out what a lost town leaves can do this. No wallet can, so there is nothing to do.`,
  ContributionsNotMemberRegistry: () =>
    msg`Only the list of members can do this. No wallet can, so there is nothing to do.`,
  ContributionsNotSubmittersHours: ([, submitter]) =>
    submitter === 0
      ? msg`Whoever sent this sheet is no member, so it lacks nobody’s hours. Let a coordinator change the others.`
      : msg`You can only write the hours of number ${String(submitter)}, who sent this sheet and could not. Let a coordinator change the others.`,
  ContributionsNotYetMember: ([, number, weekIndex]) =>
    msg`Number ${String(number)} was not a member yet in the week from ${weekOf(weekIndex)}. Take the row out, or mend the number.`,
  ContributionsNothingPending: () => msg`No sheet of this town waits for review now. Load the page again.`,
  ContributionsOwnHours: ([, number]) =>
    msg`Nobody can write their own hours. You are number ${String(number)}. Let another coordinator send this sheet.`,
  ContributionsPending: ([, weekIndex]) =>
    msg`The sheet for the week from ${weekOf(weekIndex)} is still in review. Send yours when that one is closed.`,
  ContributionsReviewOver: ([, weekIndex, ends]) =>
    msg`The review of the week from ${weekOf(weekIndex)} was over on ${dateTime(Number(ends))}. The sheet can no longer be changed or refused.`,
  ContributionsReviewRuns: ([, weekIndex, ends]) =>
    msg`The week from ${weekOf(weekIndex)} is in review until ${dateTime(Number(ends))}. Close it after that.`,
  ContributionsSameCoordinator: () =>
    msg`You wrote this sheet last, so somebody else must change it. Ask another coordinator.`,
  ContributionsTooLong: ([length, most]) =>
    msg`The sheet has ${count(length)} rows of members. It can hold ${count(most)}. Check the numbers of the members.`,
  ContributionsTooMuch: ([amount, most], unit) =>
    unit === undefined
      ? msg`This is more money than the town’s records can hold. Give a smaller sum.`
      : msg`${money(amount, unit)} is more than the town’s records can hold. Give at most ${money(most, unit)}.`,
  ContributionsUneven: ([numbers, quarters]) =>
    msg`There are ${count(numbers)} members and ${count(quarters)} entries of hours. Each member needs one. Check the rows.`,
  ContributionsWaiting: ([, number]) =>
    msg`Number ${String(number)} may be about to get another wallet. Until that is settled, only they can claim, with the wallet they have.`,
  ContributionsWeekClosed: ([, weekIndex, lastWeek]) =>
    weekIndex === lastWeek
      ? msg`The week from ${weekOf(weekIndex)} is closed. Its hours are fixed. Choose a later week.`
      : msg`The week from ${weekOf(weekIndex)} can no longer be sent: the week from ${weekOf(lastWeek)} is closed. Choose a later week.`,
  ContributionsWeekNotOpen: ([weekIndex, current]) =>
    weekIndex >= current
      ? msg`The week from ${weekOf(weekIndex)} is not over yet. Send its hours when it has ended.`
      : msg`The week from ${weekOf(weekIndex)} is too long ago. The last ${spelledOut(OPEN_WEEKS, "week")} are open, and weeks refused a short time ago. Choose one of them.`,
  InfinityTokenNoSuccessor: ([wallet]) =>
    msg`No other wallet has taken over from ${shortAddress(wallet)}, so its INFINITY stays where it is. Check the address.`,
  InfinityTokenNotMinter: () =>
    msg`Only the contract that counts hours can make INFINITY. No wallet can, so there is nothing to do.`,
};
