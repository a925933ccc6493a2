import { proposeSuspension as proposeStep } from "@one-small-town/core/members/steps.ts";
import { shortAddress } from "@one-small-town/core/text.ts";
import type { Address, Hex } from "viem";
import { peopleWords } from "../content/words/people.ts";
import type { Transaction } from "./Transaction.ts";

/** A registrar asks to suspend a person, for a reason in a file; nothing changes until the Town Ambassador agrees. */
export const proposeSuspension: Transaction<{ wallet: Address; reason: Hex }> = {
  title: ({ wallet }) => peopleWords.suspendTitle(shortAddress(wallet)),
  done: () => peopleWords.suspendAsked,
  check: () => Promise.resolve(null),
  steps: ({ system }, { wallet, reason }) =>
    Promise.resolve([
      {
        label: peopleWords.suspendTitle(shortAddress(wallet)),
        step: proposeStep(system.deployment, wallet, reason),
      },
    ]),

  /** It waits beside the record. */
  after: ["persons"],
};
