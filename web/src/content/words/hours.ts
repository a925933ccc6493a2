import { msg, plural } from "@lingui/core/macro";
import { INFINITY_PER_SHIFT } from "@one-small-town/core/rules/Contributions.ts";
import { SHIFT } from "@one-small-town/core/rules/Timesheet.ts";
import { hoursOf, infinity } from "../format.ts";

/** Hours of a shift. */
const shift = () => hoursOf(SHIFT);

export const hoursWords = {
  toDecisions: msg`See what you can decide now`,
  title: msg`My weeks`,
  connectTitle: msg`See your hours and what they earned`,
  connectHelp: msg`Connect your wallet. You will see each week, what it earned and how it was worked out, and you can claim it in one go.`,

  member: (number: number, town: string) => msg`Member number ${number} of ${town}`,
  since: (date: string) => msg`You joined in the week of ${date}.`,
  inWallet: msg`INFINITY in your wallet`,
  weeksDone: msg`closed weeks since you joined`,
  get weeksActive() {
    return msg`weeks with ${shift()} hours or more`;
  },
  hoursInAll: msg`hours in all`,

  toBenefits: msg`Meals and parcels that you can fetch`,

  claimCard: msg`Ready for you`,
  claimWeeks: (count: number) =>
    msg`${plural(count, { one: "From # week not claimed yet", other: "From # weeks not claimed yet" })}`,
  claimDividends: (name: string) => msg`Dividends of ${name}`,
  claimKept: msg`Kept for you: the currency once refused this payment`,
  claimAll: (what: string) => msg`Claim ${what}`,
  claimSteps: (count: number) =>
    msg`This takes ${count} steps. Your wallet asks you once for each of them. You can stop after any step: the rest stays yours.`,
  claimOne: msg`Your wallet asks you once. What you claim goes to your own wallet.`,
  nothing: msg`Nothing to claim now`,
  nothingHelp: msg`You have claimed everything. A new week can be claimed once its review is over.`,
  noExpiry: msg`Nothing is ever lost: you can claim at any time.`,
  doNotAdd: msg`These amounts do not match the weeks below. Load the page again before you claim.`,

  claimTitle: (what: string) => msg`Claim ${what}`,
  paidMeanwhile: msg`All of this has been paid to you already. Look at My activity.`,
  stepWeeks: (what: string) => msg`Claim your weeks: ${what}`,
  stepDividends: (amount: string, name: string) => msg`Claim ${amount} of dividends from ${name}`,
  stepKept: (amount: string) => msg`Claim ${amount} that was kept for you`,

  chartTitle: msg`Your hours, week by week`,
  chartLabel: msg`Bars with your hours in each week. The list below says the same in words.`,
  get chartLine() {
    return msg`From ${shift()} hours on, a week counts`;
  },
  get chartMark() {
    return msg`${shift()} h`;
  },
  keyActive: msg`Week counts`,
  get keyShort() {
    return msg`Less than ${shift()} hours`;
  },
  keyReview: msg`Under review`,

  listTitle: msg`Each week and how it was worked out`,
  weekEnds: (when: string) => msg`This week ends on ${when} where you are. Later hours count for the next week.`,
  hours: (hours: number) => msg`${plural(hours, { one: "# hour", other: "# hours" })}`,
  noHours: msg`No hours`,
  badgeReady: msg`to claim`,
  badgeClaimed: msg`claimed`,
  badgeReview: msg`under review`,
  reviewUntil: (when: string) =>
    msg`Until ${when} the town's ambassadors may refuse this week, or a second coordinator may mend it. After that anybody can close it, and you can claim it.`,
  reviewOver: msg`The review is over. The week counts as soon as somebody has it counted. Anybody can do that here.`,
  showMore: msg`Show earlier weeks`,
  noWeeks: msg`No week has been closed since you joined. Your first one will show up here.`,

  workShifts: (hours: string, shifts: number) =>
    msg`${hours} hours ÷ ${shift()} = ${plural(shifts, { one: "# shift", other: "# shifts" })} = ${infinity(BigInt(shifts) * INFINITY_PER_SHIFT)} INFINITY`,
  workRest: (hours: number) =>
    msg`${plural(hours, { one: "# hour does not count: it makes", other: "# hours do not count: they make" })} no whole shift.`,
  workActive: (hours: string) => msg`${hours} hours are ${shift()} or more, so you get a share of the cash.`,
  workShort: (hours: number) =>
    msg`${plural(hours, { one: "# hour is", other: "# hours are" })} less than ${shift()}, so this week brings no INFINITY and no cash.`,
  workNone: msg`The town logged no hours for you this week. If that is wrong, tell the coordinator.`,
  workCash: (shared: string, active: number, each: string) =>
    msg`${shared} ÷ ${plural(active, { one: "# active member", other: "# active members" })} = ${each} for each`,
  workNoCash: msg`There was no cash for members that week.`,
  workLabelInfinity: msg`INFINITY`,
  workLabelCash: msg`Cash`,
};
