import type { MessageDescriptor } from "@lingui/core";
import { msg, plural } from "@lingui/core/macro";
import type { ContractName } from "@one-small-town/core/deployment/Deployment.ts";
import type { Detail } from "@one-small-town/core/verify/Finding.ts";

/** How a finding was reckoned, row by row. */
export const workingsWords = {
  nothing: msg`There is nothing to count yet.`,
  showMore: (rest: number) => msg`Show more (${plural(rest, { one: "# more", other: "# more" })})`,
  unread: msg`Some of the figures could not be read, so nobody can say. Check again in a minute.`,
  strange: msg`Not from any timesheet`,
  unclaimed: msg`Unclaimed INFINITY`,
  allInfinity: msg`All INFINITY`,
  dividendsOf: (business: string) => msg`Dividends of ${business}`,
  office: (country: string) => msg`The office of country ${country}`,
  elsewhere: msg`In no town`,
  detail: {
    member: (of: string, id: string) => msg`${of}, member ${id}`,
    wallet: (of: string, id: string) => msg`${of}, wallet ${id}`,
    block: (of: string, id: string) => msg`${of}, in block ${id}`,
    sale: (of: string, id: string) => msg`${of}, sale ${id} now`,
    project: (of: string) => msg`${of}, the deed now`,
    more: (of: string, id: string) => msg`${of}, and ${id} more`,
  } satisfies Record<Exclude<Detail["kind"], "view">, (of: string, id: string) => MessageDescriptor>,
  view: (contract: string, view: string, says: string, must: string) =>
    msg`${contract}.${view} says ${says}, but by all that happened it is ${must}`,
  contracts: {
    ShareOffering: msg`Sales of shares`,
    Contributions: msg`The members’ pool`,
    TownTreasury: msg`The town funds`,
    FinalDivision: msg`What lost towns left`,
    ProfitSplitter: msg`Parts of profits that wait`,
    InvestorToken: msg`Dividends`,
  } satisfies Partial<Record<ContractName, MessageDescriptor>>,
  partOf: (amount: string, share: string) => msg`${amount} (${share})`,
};
