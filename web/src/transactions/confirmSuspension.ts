import { confirmSuspension as confirmStep } from "@one-small-town/core/members/steps.ts";
import { shortAddress } from "@one-small-town/core/text.ts";
import type { Address, Hex } from "viem";
import { peopleWords } from "../content/words/people.ts";
import type { Transaction } from "./Transaction.ts";

/** The Town Ambassador suspends a person, for exactly the reason that a registrar gave. */
export const confirmSuspension: Transaction<{ wallet: Address; reason: Hex }> = {
  title: ({ wallet }) => peopleWords.confirmTitle(shortAddress(wallet)),
  done: () => peopleWords.confirmed,
  check: () => Promise.resolve(null),
  steps: ({ system }, { wallet, reason }) =>
    Promise.resolve([
      {
        label: peopleWords.confirmTitle(shortAddress(wallet)),
        step: confirmStep(system.deployment, wallet, reason),
      },
    ]),

  /** The person is of no town until it ends, and loses the roles of this one. */
  after: ["persons", "roles"],
};
