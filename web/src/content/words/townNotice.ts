import { msg, plural } from "@lingui/core/macro";
import type { BenefitKind } from "@one-small-town/core/rules/enumerations.ts";
import { SHIFT } from "@one-small-town/core/rules/Timesheet.ts";
import { hoursOf } from "../format.ts";

/** What to hang on the town's board each week. */
export const townNoticeWords = {
  title: (town: string) => msg`This week in ${town}`,
  noTown: msg`There is no such town`,
  print: msg`Print`,
  back: msg`Back to the town`,
  counted: (week: string) => msg`The last week counted: ${week}`,
  noWeek: msg`No week has been counted yet.`,
  hours: msg`hours worked`,
  active: msg`active members`,
  cash: msg`for each of them`,
  review: (week: string, until: string) => msg`The hours of ${week} are under review until ${until}.`,
  benefitsTitle: msg`For members`,
  benefit: {
    meal: (units: number) => msg`${plural(units, { one: "# meal", other: "# meals" })}`,
    parcel: (units: number) => msg`${plural(units, { one: "# food parcel", other: "# food parcels" })}`,
    electricity: (units: number) => msg`${plural(units, { one: "# unit of power", other: "# units of power" })}`,
    other: (units: number) => msg`${plural(units, { one: "# other thing", other: "# other things" })}`,
  } satisfies Record<BenefitKind, unknown>,
  perWeek: (what: string) => msg`${what} for each week with ${hoursOf(SHIFT)} hours or more`,
  perShift: (what: string) => msg`${what} for each ${hoursOf(SHIFT)} hours`,
  salesTitle: msg`Shares on sale`,
  sale: (name: string, price: string) => msg`${name}: ${price} for one share`,
  saleUntil: (sold: string, goal: string, until: string) =>
    msg`${sold} sold of a goal of ${goal}. This turn ends on ${until}.`,
  noSales: msg`No shares are on sale now.`,
  decisionsTitle: msg`To be decided`,
  spending: (amount: string, project: string) => msg`${amount} for ${project}`,
  fromOffice: (amount: string, project: string) => msg`${amount} of the country office for ${project}`,
  objectUntil: (until: string, objections: string, needed: string) =>
    msg`Members with a vote can say no until ${until}: ${objections} so far, ${needed} stop it.`,
  isPayable: msg`The time to say no is over. It can be paid.`,
  waits: msg`It waits for the second key.`,
  noDecisions: msg`Nothing is waiting for the town’s members.`,
  more: (count: number) => msg`${plural(count, { one: "and # more", other: "and # more" })}`,
  scan: msg`Point your phone at this code to see all of it, and to check it.`,
  code: msg`Code that opens the town’s page`,
  asOf: (when: string, block: string) => msg`As of ${when}, block ${block}`,
};
