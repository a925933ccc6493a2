import { msg } from "@lingui/core/macro";
import type { finalDivisionEvents } from "@one-small-town/core/abis/finalDivisionEvents.ts";
import type { profitSplitterEvents } from "@one-small-town/core/abis/profitSplitterEvents.ts";
import type { townTreasuryEvents } from "@one-small-town/core/abis/townTreasuryEvents.ts";
import { plainText } from "@one-small-town/core/plainText.ts";
import { townOfProject } from "@one-small-town/core/projects/projects.ts";
import { count, countryName, dateTime } from "../format.ts";
import { signingEvents } from "./commonEvents.ts";
import type { Sentences } from "./Sentence.ts";

export const profitSplitterSentences: Sentences<typeof profitSplitterEvents> = {
  DeedApproved: ({ business, inForceFrom }, { project }) =>
    msg`It was agreed how the profit of ${project(business)} is shared, from ${dateTime(inForceFrom)} on.`,
  DeedProposed: ({ business }, { project }) => msg`It was proposed how to share the profit of ${project(business)}.`,
  DeedSealed: ({ business }, { project }) =>
    msg`How the profit of ${project(business)} is shared is now fixed for good.`,
  DeedWithdrawn: ({ business }, { project }) =>
    msg`The proposal how to share the profit of ${project(business)} was taken back.`,
  ProfitPartKept: ({ business, part }, { project, inTown }) =>
    msg`${inTown(townOfProject(business), part.amount + part.toOffice)} of the profit of ${project(business)} could not be taken by those it is for. It is kept for them, and anyone can pass it on.`,
  ProfitPartPassedOn: ({ business, part }, { project, inTown }) =>
    msg`${inTown(townOfProject(business), part.amount + part.toOffice)} of the profit of ${project(business)} that had been kept went to those it is for.`,
  ProfitDeposited({ business, by, investors, members, fund, country, period }, { who, project, inTown }) {
    const amount = (units: bigint) => inTown(townOfProject(business), units);
    const all = amount(investors + members + fund + country);
    return msg`${who(by)} paid in ${all} of profit of ${project(business)}, for ${plainText(period)}. Those who hold shares got ${amount(investors)}, the members ${amount(members)}, the town fund ${amount(fund)}, and the country office ${amount(country)}.`;
  },
};

export const townTreasurySentences: Sentences<typeof townTreasuryEvents> = {
  ...signingEvents,
  ElectorsFixed: ({ spending, town, electors, needed }, known) =>
    msg`${count(electors)} members of ${known.town(town)} can say no to spending number ${count(spending)}. If ${count(needed)} do, it is stopped.`,
  FundDonated: ({ town, by, amount }, known) =>
    msg`${known.who(by)} gave ${known.inTown(town, amount)} to the fund of ${known.town(town)}.`,
  FundSurrendered: ({ town, amount }, known) =>
    msg`The fund of ${known.town(town)} gave up ${known.inTown(town, amount)}, to be shared out.`,
  OfficeDonated: ({ country, currency, by, amount }, { who, inCurrency }) =>
    msg`${who(by)} gave ${inCurrency(currency, amount)} to the country office of ${countryName(country)}.`,
  SpendingApproved: ({ spending, approver, payableFrom }, { who }) =>
    msg`${who(approver)} agreed to spending number ${count(spending)}. It can be paid from ${dateTime(payableFrom)} on.`,
  SpendingBlocked: ({ spending, town, objections }, known) =>
    msg`Spending number ${count(spending)} is stopped. Members of ${known.town(town)} who said no: ${count(objections)}.`,
  SpendingCancelled: ({ spending, by }, { who }) => msg`${who(by)} took back spending number ${count(spending)}.`,
  SpendingExecuted: ({ spending, project, payee, amount }, known) =>
    msg`${known.who(payee)} was paid ${known.inTown(townOfProject(project), amount)} for ${known.project(project)}. This was spending number ${count(spending)}.`,
  SpendingObjected: ({ spending, town, number, wallet }, known) =>
    msg`${known.who(wallet)}, member number ${number} of ${known.town(town)}, said no to spending number ${count(spending)}.`,
  SpendingProposed: ({ spending, project, payee, proposer, amount }, known) =>
    msg`${known.who(proposer)} proposed to pay ${known.inTown(townOfProject(project), amount)} to ${known.who(payee)} for ${known.project(project)}. This is spending number ${count(spending)}.`,
  TreasuryFunded: ({ town, country, currency, toFund, toOffice }, known) =>
    msg`The fund of ${known.town(town)} got ${known.inCurrency(currency, toFund)} of a profit, and the country office of ${countryName(country)} got ${known.inCurrency(currency, toOffice)}.`,
};

export const finalDivisionSentences: Sentences<typeof finalDivisionEvents> = {
  KeptPartsPaid: ({ town, number, wallet, amount }, known) =>
    msg`${known.who(wallet)}, number ${number} of ${known.town(town)}, was paid ${known.inTown(town, amount)} that was kept for them.`,
  PartClaimed: ({ number, wallet }, { who }) =>
    msg`${who(wallet)}, member number ${number}, was given their part of what a lost town left.`,
  PartKept: ({ number, wallet }, { who }) =>
    msg`The currency refused to pay ${who(wallet)}, member number ${number}. Their part is kept for them.`,
  PartSkipped: ({ number }) => msg`Member number ${number} was passed over, and can claim later. Nothing is lost.`,
  TownDivided: ({ town, currency, active, fromPool, fromFund, cashPerActive }, known) =>
    msg`What ${known.town(town)} had left was shared out: ${known.inCurrency(currency, fromPool + fromFund)}. Members who share it: ${count(active)}. Each gets ${known.inCurrency(currency, cashPerActive)}.`,
};
