import type { Address } from "viem";
import { shortAddress } from "@one-small-town/core/text.ts";
import { holdingWords, type Place } from "../content/words/holdings.ts";
import { readSending } from "../chain/shares/sendingQuery.ts";
import type { ShareToken } from "../chain/shares/shareTokensQuery.ts";
import { transferShares } from "@one-small-town/core/shares/holderSteps.ts";
import { describeSending } from "./describeSending.ts";
import type { Transaction } from "./Transaction.ts";

/** `place` names the scope in what is said when the receiver may not have the shares. */
export type SendInput = { token: ShareToken; to: Address; shares: number; place: Place };

/** Sends unlocked shares to somebody who may own them. */
export const sendShares: Transaction<SendInput> = {
  title: ({ shares, token, to }) => holdingWords.sendTitle(shares, token.name, shortAddress(to)),
  done: ({ shares, token, to }) => holdingWords.sent(shares, token.name, shortAddress(to)),

  async check({ system, address }, { token, to, shares, place }) {
    const sending = { from: address, to, shares: BigInt(shares) };
    return describeSending({ ...sending, ...(await readSending(system, { token, from: address, to })) }, place);
  },

  steps: (_, { token, to, shares }) =>
    Promise.resolve([
      {
        label: holdingWords.sendTitle(shares, token.name, shortAddress(to)),
        step: transferShares(token.address, to, BigInt(shares)),
      },
    ]),

  /** Shares change hands. What both are owed in dividends is put down first, so that neither has more or less of them. */
  after: ["shares"],
};
