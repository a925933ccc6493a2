import { msg, plural } from "@lingui/core/macro";
import { QUARTERS_PER_HOUR } from "@one-small-town/core/hours/timesheet.ts";
import { RELEASE_DELAY } from "@one-small-town/core/rules/Releases.ts";
import { SHIFT } from "@one-small-town/core/rules/Timesheet.ts";
import { span, spelledOut } from "../format.ts";

const shift = () => spelledOut(SHIFT / QUARTERS_PER_HOUR, "hour");

/** What people read who come for the first time, and the list of towns. */
export const homeWords = {
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
};
