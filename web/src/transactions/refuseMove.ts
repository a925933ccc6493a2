import { refuseSuccession } from "@one-small-town/core/members/steps.ts";
import { shortAddress } from "@one-small-town/core/text.ts";
import type { Address, Hex } from "viem";
import { peopleWords } from "../content/words/people.ts";
import type { Transaction } from "./Transaction.ts";

/** Ends a proposal to move a wallet: who made it takes it back, and whose key it needs refuses it. */
export const refuseMove: Transaction<{ wallet: Address; id: Hex }> = {
  title: ({ wallet }) => peopleWords.lostRefuseTitle(shortAddress(wallet)),
  done: () => peopleWords.lostRefused,
  check: () => Promise.resolve(null),
  steps: ({ system }, { wallet, id }) =>
    Promise.resolve([
      {
        label: peopleWords.lostRefuseTitle(shortAddress(wallet)),
        step: refuseSuccession(system.deployment, wallet, id),
      },
    ]),

  /** Claims for the person go on, and the new wallet is free again. */
  after: ["persons"],
};
