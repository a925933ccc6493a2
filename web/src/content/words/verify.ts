import type { MessageDescriptor } from "@lingui/core";
import { msg, plural } from "@lingui/core/macro";
import type { ContractName } from "../../lib/deployment/Deployment.ts";
import type { Detail, FindingKey, Outcome } from "../../lib/verify/Finding.ts";
import type { Sign } from "../../lib/verify/trueSigns.ts";

type FigureWords = {
  name: MessageDescriptor;
  /** How the figure was made. */
  how: MessageDescriptor;
  /** What stands between it and the figure before. */
  sign?: Sign;
};

type CheckWords = { title: MessageDescriptor; rule: MessageDescriptor; figures: readonly FigureWords[] };

export const verifyWords = {
  page: msg`Verify`,
  intro: msg`You need not trust anyone. This page reads the chain and does the sums again, here on your device.`,
  reading: msg`Checking the books …`,
  part: (done: number, all: number) => msg`${done} of ${all} parts read`,
  readAt: (block: string, network: string, time: string) =>
    msg`All read at one moment: block ${block} of ${network}, ${time}.`,
  again: msg`Check again`,
  verdicts: {
    holds: () => msg`Every token and cent is accounted for`,
    broken: (count: number) =>
      msg`${plural(count, { one: "# check does not add up", other: "# checks do not add up" })}`,
    unavailable: (count: number) =>
      msg`${plural(count, { one: "# check could not be made", other: "# checks could not be made" })}`,
  },
  advice: {
    holds: (all: number) =>
      msg`${plural(all, { one: "# check was made, and it holds.", other: "All # checks hold." })}`,
    broken: () => msg`Look at those marked ✘ below, and ask for an answer before you buy.`,
    unavailable: () =>
      msg`A read failed, so we cannot say. Nothing wrong was found in the others. Check again in a minute.`,
  },
  outcomes: {
    holds: msg`Adds up`,
    broken: msg`Does not add up`,
    unavailable: msg`Unavailable`,
  } satisfies Record<Outcome, MessageDescriptor>,
  unavailable: msg`unavailable`,
  check: (invariant: number) => msg`Rule ${invariant}`,
  nothing: msg`There is nothing to count yet.`,
  unread: msg`Some of the figures could not be read, so nobody can say. Check again in a minute.`,
  details: msg`How this was worked out`,
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
  } satisfies Record<Detail["kind"], (of: string, id: string) => MessageDescriptor>,
  contracts: {
    ShareOffering: msg`Sales of shares`,
    Contributions: msg`The members’ pool`,
    TownTreasury: msg`The town funds`,
    FinalDivision: msg`What lost towns left`,
    InvestorToken: msg`Dividends`,
  } satisfies Partial<Record<ContractName, MessageDescriptor>>,
  units: (amount: string, currency: string) => msg`${amount} units of ${currency}`,
  infinity: (amount: string) => msg`${amount} INFINITY`,
  shares: (amount: bigint, text: string) =>
    msg`${plural(Number(amount), { one: `${text} share`, other: `${text} shares` })}`,
  partOf: (amount: string, share: string) => msg`${amount} (${share})`,
  sources: msg`Where the figures come from`,
  sourcesHelp: msg`Each figure is read from these contracts, through the node below. No server of ours takes part. To be surer still, look them up with a node or an explorer of your own.`,
  node: msg`Node`,
  limits: msg`What this page cannot see`,
  limitsHelp: msg`It can show that no token and no cent is missing. It cannot show that hours were truly worked, or that all profit was paid in. For that, read the evidence and the accounts that come with them.`,
};

/** What each check says, and how each of its figures is made. */
export const checkWords: Record<FindingKey, CheckWords> = {
  held: {
    title: msg`Each contract holds all the money that it owes`,
    rule: msg`Held must be at least as much as owed. More is fine: somebody sent it by mistake. No town, sale or fund may have paid out more than it had.`,
    figures: [
      { name: msg`Held`, how: msg`The currency is asked how much each contract has.` },
      {
        ...{ name: msg`Owed`, sign: "≥" },
        how: msg`Added up from each payment since the first block. Sales: shares bought at their price, less what was paid back or sent on. Members: what came in for them, less what they took. Dividends: what came in, less what holders took. Town funds: what came in or was given, less what was spent. What a lost town had counts as owed to those who worked last.`,
      },
    ],
  },
  minted: {
    title: msg`One INFINITY was made for each shift, and not one more`,
    rule: msg`Both must be the same in each town.`,
    figures: [
      { name: msg`Made`, how: msg`Each time that the token shows new INFINITY, added up.` },
      {
        ...{ name: msg`Shifts worked`, sign: "=" },
        how: msg`Counted from the bytes of each final timesheet. One byte is one member’s quarter hours. Twelve make a shift; the rest is dropped.`,
      },
    ],
  },
  supply: {
    title: msg`INFINITY that was made is still there, or its owner burnt it`,
    rule: msg`The supply must be what was made, less what was burnt.`,
    figures: [
      { name: msg`Supply`, how: msg`The token is asked how much there is.` },
      { name: msg`Made`, sign: "=", how: msg`Each time that the token shows new INFINITY, added up.` },
      { name: msg`Burnt`, sign: "−", how: msg`Each time that an owner gave INFINITY up for good, added up.` },
    ],
  },
  shares: {
    title: msg`The shares that people hold are the shares that were sold`,
    rule: msg`All four must be the same in each business, and so must each wallet in the first two.`,
    figures: [
      { name: msg`By each move`, how: msg`What each wallet holds, rebuilt from every move since the start.` },
      { name: msg`By each wallet`, sign: "=", how: msg`The token is asked what each of these wallets holds.` },
      { name: msg`Supply`, sign: "=", how: msg`The token is asked how many shares there are.` },
      { name: msg`Sold`, sign: "=", how: msg`Shares bought, less those given back, from the record of the sale.` },
    ],
  },
  cash: {
    title: msg`No week gave members more cash than there was`,
    rule: msg`What came in must be what was given and what was left, week by week. What is left must be too small to share.`,
    figures: [
      {
        name: msg`Came in`,
        how: msg`Each payment for the members, spread over its weeks, up to the last timesheet. If the town was lost, all of it.`,
      },
      {
        ...{ name: msg`Given`, sign: "=" },
        how: msg`The cash for one active member, times the active members counted from the bytes of the timesheet.`,
      },
      { name: msg`Left over`, sign: "+", how: msg`What was left the last time, as the contract says.` },
    ],
  },
  dividends: {
    title: msg`Dividends reach those who hold shares, or wait for them`,
    rule: msg`What came in must be what was taken, what waits, and what is too small to share. So it must be for each holder, to the last unit.`,
    figures: [
      {
        name: msg`Came in`,
        how: msg`Each dividend that was paid in, added up. What a sale had left when it was wound up must be among them.`,
      },
      { name: msg`Taken`, sign: "=", how: msg`Each dividend that was paid to a holder, added up.` },
      { name: msg`Waiting`, sign: "+", how: msg`The token is asked what each wallet can still take.` },
      {
        name: msg`Left over`,
        sign: "+",
        how: msg`Too small to share. The token is asked what it keeps for the next time.`,
      },
    ],
  },
  paid: {
    title: msg`Members were never paid more than came in for them`,
    rule: msg`What they took can be at most what came in, in each town.`,
    figures: [
      { name: msg`Taken`, how: msg`Each claim of cash, added up. And what a lost town sent on to be shared out.` },
      { name: msg`Came in`, sign: "≤", how: msg`Each payment for the members, added up.` },
    ],
  },
  floor: {
    title: msg`The community keeps at least 60% of all profit`,
    rule: msg`Of each profit, members and town fund must get at least 60%, and share owners at most 40%.`,
    figures: [
      { name: msg`Profit`, how: msg`All parts of each profit that was paid in.` },
      { name: msg`Members and town fund`, how: msg`Their parts, added up.` },
      { name: msg`Share owners`, how: msg`Their part, added up.` },
    ],
  },
  phases: {
    title: msg`Each sale went through its phases on time, and sold no more than it had`,
    rule: msg`Time and the shares sold alone decide the phase. Each step must come in its phase, and the phase now must be the right one.`,
    figures: [
      {
        name: msg`Steps`,
        how: msg`Shares bought and given back, and each end of a phase, from the record of the sale.`,
      },
      {
        name: msg`Right`,
        sign: "=",
        how: msg`We play the sale again with its terms and the clock, and count the steps that fit.`,
      },
    ],
  },
  scope: {
    title: msg`Nobody got shares who lives too far away`,
    rule: msg`Who buys or gets shares must live near enough on that day. What a person left may go to their heir.`,
    figures: [
      { name: msg`Times`, how: msg`Each time that somebody bought shares, or was sent some.` },
      {
        name: msg`Near enough`,
        sign: "=",
        how: msg`We look up where that person lived on that day, from the record of persons.`,
      },
    ],
  },
  refunds: {
    title: msg`Money went back only when a sale failed, and then all of it`,
    rule: msg`What was paid back must be what was paid for the shares. Shares are free to move only after a sale that worked.`,
    figures: [
      { name: msg`Paid back`, how: msg`Each payment back after a failed sale, added up.` },
      { name: msg`Paid for them`, sign: "=", how: msg`The shares that were taken back, at their price.` },
    ],
  },
  deeds: {
    title: msg`Each profit was split as the deed says, and reached its owners`,
    rule: msg`What came in must be what reached the three groups. Each part must be the one in the deed of that day, and the deed now must be the one agreed on.`,
    figures: [
      { name: msg`Profit`, how: msg`All parts of each profit that was paid in.` },
      { name: msg`To share owners`, sign: "=", how: msg`What the tokens show that came in with it.` },
      { name: msg`To members`, sign: "+", how: msg`What the members’ pool shows that came in with it.` },
      { name: msg`To town and country`, sign: "+", how: msg`What the funds show that came in with it.` },
    ],
  },
  weeks: {
    title: msg`Each member gets the pay for each week, once`,
    rule: msg`What a member took and what waits for them must be what their weeks earned. So it must be for each of them.`,
    figures: [
      { name: msg`Taken`, how: msg`Each claim, added up.` },
      { name: msg`Waiting`, sign: "+", how: msg`The contract is asked what each member can still claim.` },
      {
        name: msg`Earned`,
        sign: "=",
        how: msg`Counted from each member’s byte in each final timesheet since they joined.`,
      },
    ],
  },
  keys: {
    title: msg`No one moved money or made a rule alone`,
    rule: msg`Each such step needs all that comes before it. One person asks, another one agrees, the time to object goes by, and too few object. And no wallet has two keys.`,
    figures: [
      {
        name: msg`Steps`,
        how: msg`Payments out of a sale or a fund, deals, deeds, new wallets, and bans, from the record.`,
      },
      {
        name: msg`With two keys`,
        sign: "=",
        how: msg`We play the past again, look who was in office, and count those with all that they need.`,
      },
    ],
  },
  persons: {
    title: msg`One person, one record, one wallet`,
    rule: msg`Both must be the same in each town. Each member number must be with the wallet of its owner or heir.`,
    figures: [
      { name: msg`Persons`, how: msg`Each person who is known in the town, as the past leads to it.` },
      { name: msg`Same on record`, sign: "=", how: msg`The contract is asked for the record of each of them.` },
    ],
  },
  presence: {
    title: msg`Hours are only of members who were there`,
    rule: msg`Both must be the same. Nobody has hours before they joined, or while they were away. Nobody writes their own.`,
    figures: [
      { name: msg`Weeks with hours`, how: msg`Each byte above zero in each final timesheet.` },
      { name: msg`Of members then`, sign: "=", how: msg`Those whose member had joined and was not away in that week.` },
    ],
  },
  benefits: {
    title: msg`Nobody was given more meals or goods than their week earns`,
    rule: msg`What was handed out must be what the contract counts, and at most what the weeks earn. So it must be for each member.`,
    figures: [
      {
        name: msg`Handed out`,
        how: msg`Each time that a member signed for some. We cannot see who signed; the contract checked that.`,
      },
      { name: msg`On record`, sign: "=", how: msg`The contract is asked how much each of them has had.` },
      { name: msg`Most`, sign: "≤", how: msg`What those weeks earn, from the bytes of the timesheets.` },
    ],
  },
  funds: {
    title: msg`What came into the town funds was spent, or is still there`,
    rule: msg`What came in must be what was spent, what was shared out, and what is there, in each fund.`,
    figures: [
      { name: msg`Came in`, how: msg`Each part of a profit and each gift, added up.` },
      { name: msg`Spent`, sign: "=", how: msg`Each payment out of the fund, added up.` },
      { name: msg`Shared out`, sign: "+", how: msg`What a lost town’s fund gave to those who worked last.` },
      { name: msg`There`, sign: "+", how: msg`The contract is asked what the fund has.` },
    ],
  },
  escrow: {
    title: msg`The money of each sale left only as its terms say`,
    rule: msg`What was paid in must be what went back, what was sent on, and what is there. Parts go one by one. Once a sale is wound up, all the rest goes to those who hold its shares.`,
    figures: [
      { name: msg`Paid in`, how: msg`Shares bought, at their price.` },
      { name: msg`Went back`, sign: "=", how: msg`Shares that were given back, at their price.` },
      { name: msg`Sent on`, sign: "+", how: msg`Each payment to the business, and what was wound up.` },
      { name: msg`There`, sign: "+", how: msg`The contracts are asked how many shares there are, and what has left.` },
    ],
  },
  divisions: {
    title: msg`What a lost town left was shared in equal parts`,
    rule: msg`That may be done only after a year with a key missing. Those who worked last get one part each, once. What is left must be too small to share.`,
    figures: [
      { name: msg`Left by the town`, how: msg`What the members’ pool and the town fund sent on.` },
      {
        name: msg`In equal parts`,
        sign: "=",
        how: msg`One part, times those who worked, counted from the last timesheet.`,
      },
      { name: msg`Left over`, sign: "+", how: msg`What was too small to share, as the contract says.` },
    ],
  },
  locked: {
    title: msg`No money is stuck`,
    rule: msg`All that is held must be somebody’s, or too small to share, or sent there by mistake. Too small means less than one unit for each who shares.`,
    figures: [
      { name: msg`Held`, how: msg`The currency is asked how much each contract has.` },
      {
        name: msg`Somebody’s`,
        sign: "=",
        how: msg`Added up one by one: what each member, holder, buyer and fund can still get.`,
      },
      { name: msg`Too small`, sign: "+", how: msg`What did not divide the last time.` },
      {
        name: msg`By mistake`,
        sign: "+",
        how: msg`What is held beyond that. It can be more, but never less than nothing.`,
      },
    ],
  },
};
