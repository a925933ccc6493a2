import { msg, plural } from "@lingui/core/macro";
import { isAddressEqual, zeroAddress } from "viem";
import type { investorTokenEvents } from "@one-small-town/core/abis/investorTokenEvents.ts";
import type { shareOfferingEvents } from "@one-small-town/core/abis/shareOfferingEvents.ts";
import { plainText } from "@one-small-town/core/plainText.ts";
import { decode } from "@one-small-town/core/enumerations.ts";
import { phases, tiers } from "@one-small-town/core/rules/enumerations.ts";
import { count, dateTime } from "../format.ts";
import { i18n } from "../i18n.ts";
import { phaseWords } from "../words/phases.ts";
import { signingEvents, tokenEvents } from "./commonEvents.ts";
import type { Sentences } from "./Sentence.ts";

const SCOPES = {
  none: msg`nobody`,
  local: msg`people of the town`,
  country: msg`people of the country`,
  world: msg`people of the whole world`,
};

function scopeName(scope: number): string {
  return i18n._(SCOPES[decode(tiers, scope)]);
}

function phaseName(phase: number): string {
  return i18n._(phaseWords[decode(phases, phase)]);
}

function sharesOf(shares: bigint, name: string) {
  return i18n._(msg`${plural(Number(shares), { one: "# share", other: "# shares" })} of ${name}`);
}

export const investorTokenSentences: Sentences<typeof investorTokenEvents> = {
  ...tokenEvents((value, known, at) => sharesOf(value, known.shares(at))),
  Transfer({ from, to, value }, { who, shares }, at) {
    const moved = sharesOf(value, shares(at));
    if (isAddressEqual(from, zeroAddress)) return msg`${who(to)} got new shares: ${moved}.`;
    if (isAddressEqual(to, zeroAddress)) return msg`${who(from)} gave shares back: ${moved}. They exist no more.`;
    return msg`${who(from)} sent ${moved} to ${who(to)}.`;
  },
  DividendClaimed: ({ holder, amount }, known, at) =>
    msg`${known.who(holder)} was paid ${known.inShares(at, amount)} of dividends from ${known.shares(at)}.`,
  DividendDeposited: ({ from, amount }, known, at) =>
    msg`${known.who(from)} paid ${known.inShares(at, amount)} of dividends for those who hold shares of ${known.shares(at)}.`,
  HoldingMoved: ({ from, to, shares, dividends }, known, at) =>
    msg`All that ${known.who(from)} held of ${known.shares(at)} went to ${known.who(to)}: ${sharesOf(shares, known.shares(at))}, and ${known.inShares(at, dividends)} of dividends that wait.`,
  SharesFreed: ({ holder }, known, at) => msg`${known.who(holder)} can send shares of ${known.shares(at)} again.`,
  SharesPledged: ({ holder }, known, at) =>
    msg`${known.who(holder)} says no or votes with shares of ${known.shares(at)}, and can send none of them for now.`,
  SharesUnlocked: ({ scope }, known, at) =>
    msg`The shares of ${known.shares(at)} can be sent now, among ${scopeName(scope)}.`,
};

export const shareOfferingSentences: Sentences<typeof shareOfferingEvents> = {
  ...signingEvents,
  CallOffAgreed: ({ offering, ambassador, until }, { who, sale }) =>
    msg`${who(ambassador)} agreed to call off the sale of ${sale(offering)}. That counts until ${dateTime(until)}.`,
  CallOffWithdrawn: ({ offering, ambassador }, { who, sale }) =>
    msg`${who(ambassador)} took back the word to call off the sale of ${sale(offering)}.`,
  EscrowPaid: ({ offering, to, amount }, { who, sale, inSale }) =>
    msg`The sale of ${sale(offering)} passed on ${inSale(offering, amount)} to ${who(to)}.`,
  KeptRefundPaid: ({ offering, to, amount }, { who, sale, inSale }) =>
    msg`${who(to)} was paid the refund of ${inSale(offering, amount)} that was kept for them (${sale(offering)}).`,
  OfferingApproved: ({ offering }, { sale }) => msg`The sale of shares of ${sale(offering)} was approved.`,
  OfferingCalledOff: ({ offering }, { sale }) => msg`The sale of ${sale(offering)} was called off.`,
  OfferingProposed: ({ terms }) => msg`A sale of shares was proposed: ${plainText(terms.name)}.`,
  OfferingSettled: ({ offering, sold, raised }, { sale, inSale }) =>
    msg`The sale of ${sale(offering)} is over. Shares sold: ${count(sold)}. Money raised: ${inSale(offering, raised)}.`,
  PhaseEnded: ({ offering, ended, next }, { sale }) =>
    msg`In the sale of ${sale(offering)} one step is over: ${phaseName(ended)}. Now it stands here: ${phaseName(next)}.`,
  ProposalWithdrawn: ({ business }, { project }) =>
    msg`The sale of shares that was proposed for ${project(business)} was taken back.`,
  PurchaseCancelled: ({ offering, buyer, shares }, { who, sale, priceOf }) =>
    msg`${who(buyer)} gave back ${sharesOf(shares, sale(offering))} and got ${priceOf(offering, shares)} back.`,
  RefundKept: ({ offering, holder, amount }, { who, sale, inSale }) =>
    msg`The currency refused the refund of ${inSale(offering, amount)} to ${who(holder)} for ${sale(offering)}. It is kept for them.`,
  RefundSkipped: ({ offering, holder }, { who, sale }) =>
    msg`${who(holder)} was passed over and can get the refund for ${sale(offering)} later. Nothing is lost.`,
  Refunded: ({ offering, to, shares, amount }, { who, sale, inSale }) =>
    msg`The sale of ${sale(offering)} failed. ${who(to)} got ${inSale(offering, amount)} back for ${sharesOf(shares, sale(offering))}.`,
  SharesBought: ({ offering, buyer, shares }, { who, sale, priceOf }) =>
    msg`${who(buyer)} bought ${sharesOf(shares, sale(offering))} for ${priceOf(offering, shares)}.`,
};
