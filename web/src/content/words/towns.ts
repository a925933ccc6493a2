import { msg, plural } from "@lingui/core/macro";
import { COMMUNITY_FLOOR, INVESTORS_CEILING } from "@one-small-town/core/rules/Deeds.ts";
import { percent } from "../format.ts";

export const townWords = {
  checkLink: msg`Verify the numbers`,
  invite: msg`Do not take our word for it`,
  inviteHelp: msg`The Verify page adds up all the books of all towns on your device. It takes a minute, and you need no wallet.`,

  town: msg`Town`,
  noTown: msg`There is no such town`,
  noTownHelp: msg`The link may be old or mistyped. Go to the list of towns and pick one.`,
  dormant: msg`This town is at rest`,
  dormantHelp: msg`One of its two keys is not in use. New sales, new hours and payments must wait. Claims and refunds go on.`,
  joined: msg`people have joined`,
  active: msg`active in the last week counted`,
  hours: msg`hours in that week`,
  minted: msg`INFINITY earned in that week`,

  weeks: msg`Week by week`,
  weeksEmpty: msg`No week has been counted yet. The first one shows here when its review is over.`,
  weeksChart: msg`Hours and active members of each week. The table below says the same.`,
  hoursKey: msg`Hours worked`,
  activeKey: msg`Active members`,
  weekHours: (hours: string) => msg`${hours} hours`,
  weekActive: (active: number) => msg`${plural(active, { one: "# active member", other: "# active members" })}`,
  weekInfinity: (shifts: string) => msg`${shifts} INFINITY earned`,
  weekCash: (cash: string) => msg`${cash} for each active member`,
  readWeek: msg`Tap a house to read its week.`,
  underReview: (week: string) => msg`${week} is under review`,
  underReviewUntil: (moment: string, left: string) =>
    msg`Until ${moment} (${left} left) an ambassador or head office can send it back, or a second coordinator can mend it. After that, anyone can have it counted.`,
  reviewJump: (active: string, electors: string) =>
    msg`It is looked at longer than most: ${active} people were active, and the town’s busiest week of two months ago had ${electors}.`,
  reviewCloses: (weeks: string) =>
    msg`It leaves out earlier weeks. Once it is counted, nobody can send these any more: ${weeks}.`,
  underReviewOver: msg`The review is over. Anyone can now have it counted.`,
  noReview: msg`No week is under review now.`,
  allWeeks: msg`Table of all weeks`,
  week: msg`Week from`,
  tableHours: msg`Hours`,
  tableActive: msg`Active`,
  tableShifts: msg`INFINITY`,
  tableCash: (symbol: string) => msg`${symbol} for each`,
  hoursMissing: msg`not read`,

  businesses: msg`Businesses`,
  noBusinesses: msg`This town has no business yet. Any member can propose one.`,
  noneOfNewest: msg`There is none among the newest projects.`,
  projects: msg`Projects and ideas`,
  bringIdea: msg`Bring an idea`,
  launch: msg`The town’s plan and launch`,
  noProjects: msg`Nobody has proposed a project yet. Any member can do so.`,
  shares: (shares: string) => msg`${shares} shares owned`,
  dividends: (amount: string) => msg`${amount} paid to share owners so far`,
  sold: (sold: string, goal: string) => msg`${sold} sold, goal ${goal}`,
  price: (amount: string) => msg`${amount} for one share`,
  seeSale: msg`See the sale`,
  opensOn: (moment: string) => msg`Opens on ${moment}`,

  notice: msg`Print the notice for the board`,

  funds: msg`The town’s money`,
  fund: msg`in the town fund`,
  fundNote: msg`for what the town decides`,
  running: msg`for the members next week`,
  runningNote: msg`split evenly among the active`,
  carry: msg`left over`,
  carryNote: msg`added to next week`,
  split: msg`How profit is shared`,
  get splitHelp() {
    return msg`At least ${percent(COMMUNITY_FLOOR)} of each profit goes to the members and the town fund. Share owners get ${percent(INVESTORS_CEILING)} at most. The rules on the chain refuse anything else.`;
  },
};
