import { msg, plural } from "@lingui/core/macro";
import type { benefitsEvents } from "@one-small-town/core/abis/benefitsEvents.ts";
import type { contributionsEvents } from "@one-small-town/core/abis/contributionsEvents.ts";
import type { infinityTokenEvents } from "@one-small-town/core/abis/infinityTokenEvents.ts";
import { isAddressEqual, zeroAddress } from "viem";
import { count, dateTime, infinity, listOf } from "../format.ts";
import { weekOf } from "../weeks.ts";
import { signingEvents, tokenEvents } from "./commonEvents.ts";
import type { Sentences } from "./Sentence.ts";

export const infinityTokenSentences: Sentences<typeof infinityTokenEvents> = {
  ...tokenEvents((value) => `${infinity(value)} INFINITY`),
  Transfer({ from, to, value }, { who }) {
    if (isAddressEqual(from, zeroAddress)) return msg`${infinity(value)} INFINITY was made, for ${who(to)}.`;
    if (isAddressEqual(to, zeroAddress)) return msg`${who(from)} destroyed ${infinity(value)} INFINITY for good.`;
    return msg`${who(from)} sent ${infinity(value)} INFINITY to ${who(to)}.`;
  },
};

export const contributionsSentences: Sentences<typeof contributionsEvents> = {
  CashKept: ({ town, wallet, amount }, known) =>
    msg`The currency refused to pay ${known.inTown(town, amount)} to ${known.who(wallet)}, for hours in ${known.town(town)}. It is kept for them.`,
  ClaimSkipped: ({ town, number }, known) =>
    msg`Number ${number} of ${known.town(town)} was passed over, and can claim later. Nothing is lost.`,
  ContributionsClaimed({ town, number, wallet, infinity: units, cash }, known) {
    const parts = [
      ...(units > 0n ? [`${infinity(units)} INFINITY`] : []),
      ...(cash > 0n ? [known.inTown(town, cash)] : []),
    ];
    return parts.length === 0
      ? msg`The weeks of number ${number} in ${known.town(town)} were settled. They held nothing to pay.`
      : msg`${known.who(wallet)} was paid ${listOf(parts)} for hours in ${known.town(town)}, as member number ${number}.`;
  },
  EmptyTimesheetFinalised: ({ town, weekIndex }, known) =>
    msg`The week of ${weekOf(weekIndex)} is closed in ${known.town(town)}. Nobody was active, so its money waits for the next week.`,
  KeptCashPaid: ({ town, wallet, amount }, known) =>
    msg`${known.who(wallet)} was paid ${known.inTown(town, amount)} that was kept for them in ${known.town(town)}.`,
  MembersFunded: ({ town, by, amount, weeks_ }, known) =>
    msg`${known.who(by)} paid ${known.inTown(town, amount)} for the members of ${known.town(town)}, spread over ${plural(weeks_, { one: "# week", other: "# weeks" })}.`,
  PoolSurrendered: ({ town, amount }, known) =>
    msg`The members’ pool of ${known.town(town)} gave up ${known.inTown(town, amount)}, to be shared out.`,
  TimesheetAmended: ({ town, weekIndex, by, numbers, reviewEnds }, known) =>
    msg`${known.who(by)} changed the hours of ${plural(numbers.length, { one: "# member", other: "# members" })} of ${known.town(town)}, for the week of ${weekOf(weekIndex)}. They can be looked at until ${dateTime(reviewEnds)}.`,
  TimesheetFinalised: ({ town, weekIndex, active, shifts, cashPerActive }, known) =>
    msg`The hours of ${known.town(town)} for the week of ${weekOf(weekIndex)} are final. Active members: ${count(active)}. Shifts: ${count(shifts)}. Each active member gets ${known.inTown(town, cashPerActive)}.`,
  TimesheetRejected: ({ town, weekIndex, by }, known) =>
    msg`${known.who(by)} refused the hours of ${known.town(town)} for the week of ${weekOf(weekIndex)}.`,
  TimesheetSubmitted: ({ town, weekIndex, by, reviewEnds, passedOver }, known) =>
    passedOver.length === 0
      ? msg`${known.who(by)} sent in the hours of ${known.town(town)} for the week of ${weekOf(weekIndex)}. They can be looked at until ${dateTime(reviewEnds)}.`
      : msg`${known.who(by)} sent in the hours of ${known.town(town)} for the week of ${weekOf(weekIndex)}. They can be looked at until ${dateTime(reviewEnds)}. Once they are final, these earlier weeks are closed for ever: ${listOf(passedOver.map(weekOf))}.`,
};

export const benefitsSentences: Sentences<typeof benefitsEvents> = {
  ...signingEvents,
  BenefitEnded: ({ benefit, by, lastWeekIndex }, { who }) =>
    msg`${who(by)} set the last week of benefit ${count(benefit)}: the week of ${weekOf(lastWeekIndex)}.`,
  BenefitListed: ({ benefit, town, by }, known) =>
    msg`${known.who(by)} put benefit ${count(benefit)} on the list of ${known.town(town)}.`,
  BenefitRedeemed: ({ benefit, number, by, weekIndex, units }, { who }) =>
    msg`${who(by)} handed out ${count(units)} of benefit ${count(benefit)} to member number ${number}, for the week of ${weekOf(weekIndex)}.`,
  RedemptionSkipped: ({ benefit, number, weekIndex }) =>
    msg`What member number ${number} got of benefit ${count(benefit)}, for the week of ${weekOf(weekIndex)}, could not be written down.`,
};
