import type { MessageDescriptor } from "@lingui/core";
import { msg, plural } from "@lingui/core/macro";
import type { ContractName } from "../../lib/deployment/Deployment.ts";
import type { FindingKey, Outcome } from "../../lib/verify/Finding.ts";
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
  leftBy: (town: string) => msg`What ${town} left, shared out`,
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
        how: msg`Added up from each payment since the first block. Sales: shares bought at their price, less what was paid back or sent on. Members: what came in for them, less what they took. Dividends: what came in, less what holders took. Town funds: what came in or was given, less what was spent. When a town has lost its keys, what it had is shared out: that is counted as sent on, and then as owed to those who worked last.`,
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
    rule: msg`What came in must be what was given and what was left, week by week. What is left must be too small to share. The same holds when the money of a lost town is shared out: each of those who worked last gets one part.`,
    figures: [
      {
        name: msg`Came in`,
        how: msg`Each payment for the members, spread over its weeks, up to the last timesheet. If the town was lost, all of it.`,
      },
      {
        ...{ name: msg`Given`, sign: "=" },
        how: msg`The cash for one active member, times the active members counted from the bytes of the timesheet. And what the pool of a lost town sent on to be shared out.`,
      },
      { name: msg`Left over`, sign: "+", how: msg`What was left the last time, as the contract says.` },
    ],
  },
  dividends: {
    title: msg`Dividends reach those who hold shares, or wait for them`,
    rule: msg`What came in must be what was taken, what waits, and what is too small to share.`,
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
};
