import type { MessageDescriptor } from "@lingui/core";
import { msg, plural } from "@lingui/core/macro";
import { decode } from "@one-small-town/core/enumerations.ts";
import { type Phase, phases, type Tier, tiers } from "@one-small-town/core/rules/enumerations.ts";
import { hasSucceeded } from "@one-small-town/core/shares/phases.ts";
import { plainText } from "@one-small-town/core/plainText.ts";
import { shortAddress } from "@one-small-town/core/text.ts";
import { WHOLE } from "@one-small-town/core/rules/Deeds.ts";
import { LIMIT_PART, MOST_TRANCHES } from "@one-small-town/core/rules/SaleTerms.ts";
import { count, dateTime, duration, money, percent } from "../format.ts";
import { i18n } from "../i18n.ts";
import type { ErrorName, Sentences } from "./Sentence.ts";

type SharesError = Extract<ErrorName, `ShareOffering${string}` | `InvestorToken${string}` | `Releases${string}`>;

const unknownBuyer = msg`The town office does not know your wallet yet, or you are suspended, so you cannot buy. Ask at the town office, then come back.`;
const onlyReleases = msg`Only the contract that pays out the money of sales can do this. No wallet can, so there is nothing to do.`;
const notSigned = msg`The signed consent does not fit. Sign once more with the wallet that holds the shares.`;

export const sharesErrors: Sentences<SharesError> = {
  InvestorTokenLocked: () =>
    msg`These shares are locked until their sale has done well and is closed. Nobody can send them before that. Please wait.`,
  InvestorTokenMayNotHold: ([receiver, tier, scope]) =>
    mayNotHold(shortAddress(receiver), decode(tiers, tier), decode(tiers, scope)),
  InvestorTokenNoSuccessor: ([wallet]) =>
    msg`No other wallet has taken over from ${shortAddress(wallet)}, so its shares stay where they are. Check the address.`,
  InvestorTokenNotDepositor: () =>
    msg`Profit cannot be paid in right here. Go to the page of the business to pay in its profit.`,
  InvestorTokenNotOffering: () =>
    msg`Only the contract that sells shares can do this. No wallet can, so there is nothing to do.`,
  InvestorTokenNotReleases: () => onlyReleases,
  InvestorTokenPermitExpired: ([deadline]) =>
    msg`The signed consent was good until ${dateTime(Number(deadline))}. Sign once more.`,
  InvestorTokenPermitSigner: () => notSigned,
  InvestorTokenPledged: ([holder]) =>
    msg`The wallet ${shortAddress(holder)} says no or votes with its shares now, so they cannot be sent. Its owner must take that back first.`,
  InvestorTokenTooMuch: ([amount, most], unit) =>
    unit === undefined
      ? msg`This is more money than the records of the shares can hold. Pay in a smaller sum.`
      : msg`${money(amount, unit)} is more than the records of the shares can hold. Pay in at most ${money(most, unit)}.`,
  InvestorTokenUnlocked: () =>
    msg`The sale of these shares is closed. No more can be made or taken back. Load the page again.`,
  InvestorTokenWaiting: ([holder]) => waiting(shortAddress(holder)),
  ReleasesAgreed: () => msg`You have agreed to this before. Now the other ambassador must agree as well.`,
  ReleasesAllReleased: () => msg`All the money of this sale was paid out. There is nothing left to ask for.`,
  ReleasesApproved: () => msg`This payment is agreed by now. You need not do it again. Wait until it can be paid out.`,
  ReleasesBadPayout: ([, payout]) =>
    msg`The wallet ${shortAddress(payout)} cannot be paid: it has a key role by now, or is a contract that could not use the money. Both ambassadors must name another wallet first.`,
  ReleasesExpired: ([deadline]) => msg`What was signed was good until ${dateTime(Number(deadline))}. Sign once more.`,
  ReleasesInsider: () =>
    msg`You run this business, are paid by it or agree to its payments, so you have no vote in it. The other owners of shares decide.`,
  ReleasesNoEvidence: () => msg`The proof of the work is missing. Choose the file, then try again.`,
  ReleasesNoRequest: () =>
    msg`Nobody asks for money of this sale now. Load the page again, and look at what was asked.`,
  ReleasesNoShares: ([, holder]) =>
    msg`The wallet ${shortAddress(holder)} has no shares of this business, so it has no vote. Use the wallet with the shares.`,
  ReleasesNotAgreed: () =>
    msg`There is nothing of yours to take back. Who agreed last was not you, or it was taken back before.`,
  ReleasesNotApprover: () =>
    msg`Only the Country Ambassador can take this back, or who asked for the money, as long as it is not agreed. Use the wallet of one.`,
  ReleasesNotManager: () =>
    msg`Only the manager of this business or the Town Ambassador can do this. Use the wallet of one, or ask one of them.`,
  ReleasesNotPayable: ([, payableFrom]) =>
    payableFrom === 0n
      ? msg`The Country Ambassador in office has not agreed to this payment. Ask for that first.`
      : msg`This money can be paid out from ${dateTime(Number(payableFrom))} on. Please wait until then.`,
  ReleasesNotRequested: () =>
    msg`Nobody in office asks for this part with this proof, or it has waited too long. Load the page again, and look at what was asked for.`,
  ReleasesNotSettled: ([, phase]) => notSettled(decode(phases, phase)),
  ReleasesNotSigned: ([, holder]) =>
    msg`The wallet ${shortAddress(holder)} did not sign just this. Sign once more with that wallet.`,
  ReleasesNotStalled: ([, until]) =>
    msg`If no money is paid out until ${dateTime(Number(until))}, anyone can have the rest given to the owners of the shares. Please wait until then.`,
  ReleasesNotToken: () => msg`Only the shares themselves can do this. No wallet can, so there is nothing to do.`,
  ReleasesNotWoundUp: ([, from]) =>
    from === 0n
      ? msg`Nobody has stopped the payments of this sale, so the owners of the shares get none of it back. There is nothing to do.`
      : msg`What is left goes to the owners of the shares from ${dateTime(Number(from))} on. Please wait until then.`,
  ReleasesNothingLeft: () => msg`All the money of this sale was paid out. There is nothing left of it.`,
  ReleasesObjectedTo: ([, objecting, votable, part]) =>
    msg`The owners of ${count(objecting)} of ${count(votable)} shares say no. So many stop this payment: one in ${count(part)} is enough. Talk with them first.`,
  ReleasesOtherTranche: () =>
    msg`Another part of the money is next now. Load the page again, look at what is asked for, and sign once more.`,
  ReleasesOwnRequest: () => msg`Who asks for the money cannot agree to it as well. Let somebody else agree.`,
  ReleasesTooSoon: ([, askableFrom]) =>
    msg`The owners of the shares stopped this payment. It can be asked for again from ${dateTime(Number(askableFrom))} on. Please wait until then.`,
  ReleasesWindingUp: ([, from]) =>
    msg`No more of this sale is paid to the business. From ${dateTime(Number(from))} on, what is left goes to the owners of the shares.`,
  ShareOfferingAgreed: () => msg`You agreed to call this sale off before. Now the other ambassador must agree as well.`,
  ShareOfferingBadGoal: ([goal, cap, least]) =>
    msg`The goal is ${count(goal)} shares, and at most ${count(cap)} are for sale. Choose a goal from ${count(least)} up to what is for sale.`,
  ShareOfferingBadLimits: ([limitLocal, limitLater, goal]) =>
    msg`One person could buy ${count(limitLocal)} shares at first and ${count(limitLater)} later. Both must be 1 or more, and less than one in ${count(LIMIT_PART)} of the goal of ${count(goal)}. Change them.`,
  ShareOfferingBadName: ([name, mostBytes]) =>
    msg`“${plainText(name)}” cannot be the name or the sign of shares. Use 1 to ${count(mostBytes)} letters that everybody can see, with single spaces between words.`,
  ShareOfferingBadPhase: ([phase, lasts, least, most]) =>
    msg`The phase ${phaseWord(decode(phases, phase))} would last ${duration(Number(lasts))}. It must last from ${duration(Number(least))} to ${duration(Number(most))}. Change its end.`,
  ShareOfferingBadPrice: ([price, cap], unit) =>
    price === 0n
      ? msg`The price of a share is zero. Enter a price.`
      : unit === undefined
        ? msg`The price is too high for ${count(cap)} shares. Lower the price, or sell fewer shares.`
        : msg`A price of ${money(price, unit)} is too high for ${count(cap)} shares. Lower the price, or sell fewer shares.`,
  ShareOfferingBadSignature: ([holder]) =>
    msg`The wallet ${shortAddress(holder)} did not sign just this. Sign once more with that wallet.`,
  ShareOfferingBadTranches: ([parts, sum]) =>
    msg`The money would be paid out in ${count(parts)} parts that add up to ${percent(Number(sum))}. Use 1 to ${count(MOST_TRANCHES)} parts above zero that add up to ${percent(WHOLE)}.`,
  ShareOfferingExists: () =>
    msg`This business sells shares now, or has sold them. There can be no second sale. Look at the first one.`,
  ShareOfferingExpired: ([deadline]) =>
    msg`What was signed was good until ${dateTime(Number(deadline))}. Sign once more.`,
  ShareOfferingInsider: () =>
    msg`You run this business, are paid by it or agree to its payments, so you cannot buy its shares. Choose another business.`,
  ShareOfferingNameTaken: ([name]) =>
    msg`Another business uses the name “${plainText(name)}”. Choose one that nobody can mix up with it.`,
  ShareOfferingNoManagement: () =>
    msg`This business has no manager or no wallet to be paid at. Both ambassadors must name them first.`,
  ShareOfferingNoShares: () => msg`You chose no shares. Enter a number of 1 or more.`,
  ShareOfferingNoSuchOffering: () => msg`There is no such sale. Choose one from the list.`,
  ShareOfferingNotAgreed: () =>
    msg`There is nothing of yours to take back. Who agreed last was not you, or it was taken back before.`,
  ShareOfferingNotFailed: ([, phase]) => notFailed(decode(phases, phase)),
  ShareOfferingNotFunding: () =>
    msg`This business is not open to money yet. The Town Ambassador must move it to that stage first.`,
  ShareOfferingNotInEscrow: ([, amount, left], unit) =>
    unit === undefined
      ? msg`Less than that is left of what this sale raised. Load the page again.`
      : msg`${money(amount, unit)} is more than is left of this sale, which is ${money(left, unit)}. Load the page again.`,
  ShareOfferingNotInPhase: ([, tier, phase]) => notInPhase(decode(tiers, tier), decode(phases, phase)),
  ShareOfferingNotOpen: ([, phase, opens, now]) => notOpen(decode(phases, phase), opens, now),
  ShareOfferingNotProjectRegistry: () =>
    msg`Only the list of projects can do this. No wallet can, so there is nothing to do.`,
  ShareOfferingNotProposed: () =>
    msg`The Town Ambassador in office did not propose these terms, or they have waited too long. Load the page again, and look at what was proposed.`,
  ShareOfferingNotReleases: () => onlyReleases,
  ShareOfferingNotSettled: ([, phase]) => notSettled(decode(phases, phase)),
  ShareOfferingNotSucceeded: ([, phase]) => notSucceeded(decode(phases, phase)),
  ShareOfferingNothingToRefund: ([, holder]) =>
    msg`The wallet ${shortAddress(holder)} has no shares of this sale to give back. Maybe it was paid back before. Look at your wallet.`,
  ShareOfferingOpensTooSoon: ([opens, earliest]) =>
    msg`The sale would open on ${dateTime(Number(opens))}. The town must hear of it first, so choose ${dateTime(Number(earliest))} or later.`,
  ShareOfferingOtherDeed: () =>
    msg`The terms name another deed than the one in force. Load the page again, and use the one in force.`,
  ShareOfferingOtherDocuments: () =>
    msg`The plan or the investor pack is not the one that this business has on record. Use the files on record.`,
  ShareOfferingOtherSale: () =>
    msg`What was signed is about shares of another business, or at another price. Load the page again, and sign once more.`,
  ShareOfferingOverPersonalLimit: ([, wouldHold, limit]) =>
    msg`${plural(Number(limit), { one: "One person can hold # share now.", other: "One person can hold # shares now." })} With these you would hold ${count(wouldHold)}. Choose fewer.`,
  ShareOfferingSoldOut: ([wanted, left]) =>
    left === 0n
      ? msg`All shares on offer are sold. Come back later: somebody may give some back.`
      : msg`${plural(Number(left), { one: "Only # share is left.", other: "Only # shares are left." })} You asked for ${count(wanted)}. Choose fewer.`,
  ShareOfferingTooLateToCancel: ([, until]) =>
    msg`You could give shares back until ${dateTime(Number(until))}. It is too late now. If the sale fails, you get all your money back.`,
  ShareOfferingWaiting: ([holder]) => waiting(shortAddress(holder)),
};

function waiting(holder: string): MessageDescriptor {
  return msg`The owner of ${holder} may be about to get a new wallet. Until that is clear, only that wallet itself can get its money. Please wait.`;
}

const phaseWords: Partial<Record<Phase, MessageDescriptor>> = {
  local: msg`for the town`,
  country: msg`for the country`,
};

function phaseWord(phase: Phase): string {
  return i18n._(phaseWords[phase] ?? msg`for the world`);
}

function mayNotHold(receiver: string, tier: Tier, scope: Tier): MessageDescriptor {
  if (tier === "none") {
    return msg`Nobody has registered the wallet ${receiver}, or it was suspended. Ask its owner to go to their town office first.`;
  }
  return scope === "local"
    ? msg`Only people who live in the town can hold these shares. The owner of ${receiver} lives elsewhere. Choose somebody from the town.`
    : msg`Only people of the country can hold these shares. The owner of ${receiver} lives in another one. Choose somebody from the country.`;
}

function notInPhase(tier: Tier, phase: Phase): MessageDescriptor {
  if (tier === "none") return unknownBuyer;
  return phase === "local"
    ? msg`Only people who live in the town can buy now. Look at the dates of the sale: you may be able to buy later.`
    : msg`Only people of the country can buy now. Look at the dates of the sale: you may be able to buy later.`;
}

function notOpen(phase: Phase, opens: bigint, now: bigint): MessageDescriptor {
  if (phase === "none") return msg`There is no such sale. Choose one from the list.`;
  if (phase === "failed") return msg`This sale has failed. If you bought shares, ask for your money back on its page.`;
  if (opens > now) return msg`The sale opens on ${dateTime(Number(opens))}. Please come back then.`;
  return msg`This sale is over. Look for another sale in the list.`;
}

function notFailed(phase: Phase): MessageDescriptor {
  if (phase === "none") return msg`There is no such sale. Choose one from the list.`;
  return hasSucceeded(phase)
    ? msg`This sale did well, so no money is paid back. You keep your shares.`
    : msg`This sale is still on. Money is paid back in full only if it fails. Wait for its end.`;
}

function notSettled(phase: Phase): MessageDescriptor {
  if (phase === "failed") return msg`This sale has failed. Its money goes back to the buyers, and none is paid out.`;
  if (phase === "succeeded") return msg`This sale did well but is not closed yet. Close it first. Anyone can do that.`;
  return msg`This sale is not over yet. Its money is safe and locked until then. Please wait.`;
}

function notSucceeded(phase: Phase): MessageDescriptor {
  if (phase === "settled") return msg`This sale is closed. It is all done.`;
  if (phase === "failed")
    return msg`This sale has failed, so it cannot be closed. Buyers can ask for their money back.`;
  return msg`This sale is not over yet. It can be closed when it has met its goal and the phase has ended.`;
}
