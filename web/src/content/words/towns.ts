import { msg, plural } from "@lingui/core/macro";
import { QUARTERS_PER_HOUR } from "@one-small-town/core/hours/timesheet.ts";
import { COMMUNITY_FLOOR, INVESTORS_CEILING } from "@one-small-town/core/rules/Deeds.ts";
import { RELEASE_DELAY } from "@one-small-town/core/rules/Releases.ts";
import { SHIFT } from "@one-small-town/core/rules/Timesheet.ts";
import { percent, span, spelledOut } from "../format.ts";

const shift = () => spelledOut(SHIFT / QUARTERS_PER_HOUR, "hour");

export const townWords = {
  heroTitle: msg`A town that belongs to its people`,
  get hero() {
    return [
      msg`People of a town buy shares in the town’s own businesses.`,
      msg`Members who give ${shift()} a week earn INFINITY and a part of the profit.`,
      msg`Every number is on a public chain: a book that all can read and no one can rewrite. So you can check it yourself.`,
    ];
  },

  whatYouCanDo: msg`What you can do here`,
  buy: msg`Buy`,
  buyHelp: msg`Own a part of a shop or a farm in your town.`,
  buyLink: (name: string) => msg`See the sale of ${name}`,
  buyInTown: (sales: number) => msg`See ${plural(sales, { one: "# open sale", other: "# open sales" })}`,
  buyMany: (sales: number) =>
    msg`${plural(sales, { one: "# sale is", other: "# sales are" })} open. Pick a town below.`,
  buyNone: msg`Nothing is on sale right now. Look at the towns below.`,
  claim: msg`Claim`,
  claimHelp: msg`You gave your hours? Take what you earned.`,
  claimLink: msg`See my weeks`,
  check: msg`Check`,
  checkHelp: msg`Add up the books with your own phone.`,
  checkLink: msg`Verify the numbers`,

  believe: msg`Why you can trust the numbers`,
  made: msg`INFINITY ever made`,
  get shifts() {
    return msg`shifts of ${shift()} worked`;
  },
  equal: msg`equals`,
  notEqual: msg`does not equal`,
  match: (block: string) => msg`They match. Your own device added them up just now, at block ${block}.`,
  noMatch: (block: string) =>
    msg`They do not match at block ${block}. Do not buy. Open Verify and tell your town office.`,
  noShifts: msg`No shift was counted yet, and no INFINITY was made.`,
  get reasons() {
    return [
      msg`No one can make INFINITY by hand. It comes only from hours that anyone could look at first.`,
      msg`No one can take the money of a sale alone. It takes two people with two keys, and a wait of ${span(RELEASE_DELAY)}.`,
      msg`No server of ours stands in between. Your device reads the chain on its own.`,
    ];
  },

  towns: msg`The towns`,
  noTowns: msg`No town has been founded yet. Come back soon.`,
  find: msg`Find a town`,
  findHint: msg`Type the name of a town or a country.`,
  noneFound: (text: string) => msg`No town is called “${text}”. Try fewer letters.`,
  activeLastWeek: (people: number) => msg`${plural(people, { one: "person", other: "people" })} active last week`,
  businessesRunning: (businesses: number) =>
    msg`${plural(businesses, { one: "business", other: "businesses" })} at work`,
  onSale: msg`On sale now`,
  nothingOnSale: msg`Nothing is on sale now.`,

  invite: msg`Do not take our word for it`,
  inviteHelp: msg`The Verify page adds up all the books of all towns on your device. It takes a minute, and you need no wallet.`,

  town: msg`Town`,
  noTown: msg`There is no such town`,
  noTownHelp: msg`The link may be old or mistyped. Go to the list of towns and pick one.`,
  isActive: msg`Both keys are held: this town is at work.`,
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
  noProjects: msg`Nobody has proposed a project yet. Any member can do so.`,
  shares: (shares: string) => msg`${shares} shares owned`,
  dividends: (amount: string) => msg`${amount} paid to share owners so far`,
  sold: (sold: string, goal: string) => msg`${sold} sold, goal ${goal}`,
  price: (amount: string) => msg`${amount} for one share`,
  seeSale: msg`See the sale`,
  opensOn: (moment: string) => msg`Opens on ${moment}`,

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

  keys: msg`Who holds the keys`,
  keysHelp: msg`A sale, a split of profit, and each payment out of a sale or the town fund need two people. If one is missing, the town rests until head office has named another.`,
  townAmbassador: msg`Town Ambassador`,
  countryAmbassador: (country: string) => msg`Ambassador of ${country}`,
  noHolder: msg`Nobody holds this key now.`,
  takesOver: (moment: string) => msg`Takes over on ${moment}:`,
};
