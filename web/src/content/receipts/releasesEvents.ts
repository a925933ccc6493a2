import { msg } from "@lingui/core/macro";
import type { releasesEvents as abi } from "@one-small-town/core/abis/releasesEvents.ts";
import { count, dateTime } from "../format.ts";
import { signingEvents } from "./commonEvents.ts";
import type { Sentences } from "./Sentence.ts";

export const releasesSentences: Sentences<typeof abi> = {
  ...signingEvents,
  ReleaseApproved: ({ offering, by, payableFrom }, { who, sale }) =>
    msg`${who(by)} agreed to pay a part of what the sale of ${sale(offering)} raised, from ${dateTime(payableFrom)} on.`,
  ReleaseBlocked: ({ offering, askableFrom }, { sale }) =>
    msg`So many who hold shares of ${sale(offering)} said no that this part is not paid. It can be asked for again from ${dateTime(askableFrom)} on.`,
  ReleaseObjected: ({ offering, holder, shares }, { who, sale }) =>
    msg`${who(holder)} said no to paying a part of what ${sale(offering)} raised. Shares that say so: ${count(shares)}.`,
  ReleaseRequested: ({ offering, by }, { who, sale }) =>
    msg`${who(by)} asked for a part of what the sale of ${sale(offering)} raised.`,
  ReleaseRevoked: ({ offering, by }, { who, sale }) =>
    msg`${who(by)} took back that a part of what ${sale(offering)} raised is to be paid.`,
  TrancheReleased: ({ offering, payout, amount }, { who, sale, inSale }) =>
    msg`A part of what the sale of ${sale(offering)} raised was paid to ${who(payout)}: ${inSale(offering, amount)}.`,
  VotesWithdrawn: ({ offering, holder }, { who, sale }) =>
    msg`${who(holder)} took back all votes about ${sale(offering)}.`,
  WindUpAgreed: ({ offering, ambassador, until }, { who, sale }) =>
    msg`${who(ambassador)} agreed to end ${sale(offering)} and pay out what is left. That counts until ${dateTime(until)}.`,
  WindUpAgreementWithdrawn: ({ offering, ambassador }, { who, sale }) =>
    msg`${who(ambassador)} took back the word to end ${sale(offering)}.`,
  WindUpBegan: ({ offering, windUpFrom }, { sale }) =>
    msg`${sale(offering)} will end. From ${dateTime(windUpFrom)} on, what is left goes to those who hold its shares.`,
  WindUpPaid: ({ offering, amount }, { sale, inSale }) =>
    msg`${inSale(offering, amount)} that was left of the sale of ${sale(offering)} went to those who hold its shares.`,
  WindUpVoted: ({ offering, holder, shares }, { who, sale }) =>
    msg`${who(holder)} voted to end ${sale(offering)}. Shares in this vote: ${count(shares)}.`,
};
