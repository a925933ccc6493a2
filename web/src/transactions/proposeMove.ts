import { proposeMove as proposeStep } from "@one-small-town/core/members/steps.ts";
import { OBJECTION_TIME } from "@one-small-town/core/rules/Succession.ts";
import { shortAddress } from "@one-small-town/core/text.ts";
import type { QrContent } from "@one-small-town/core/qr/QrContent.ts";
import { span } from "../content/format.ts";
import { peopleWords } from "../content/words/people.ts";
import type { Transaction } from "./Transaction.ts";

/** A registrar asks that a new wallet, which has signed for it, takes the place of a lost one. */
export const proposeMove: Transaction<QrContent<"newwallet">> = {
  title: ({ wallet, newWallet }) => peopleWords.lostTitle(shortAddress(wallet), shortAddress(newWallet)),
  done: () => peopleWords.lostAsked(span(OBJECTION_TIME)),
  check: () => Promise.resolve(null),
  steps: ({ system }, { wallet, newWallet, deadline, signature }) => {
    const move = { wallet, newWallet, deadline: BigInt(deadline), signature };
    const label = peopleWords.lostTitle(shortAddress(wallet), shortAddress(newWallet));
    return Promise.resolve([{ label, step: proposeStep(system.deployment, move) }]);
  },

  /** What others claim for the person waits, and the new wallet is kept for them. */
  after: ["persons"],
};
