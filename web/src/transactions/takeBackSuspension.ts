import { takeBackSuspension as takeBackStep } from "@one-small-town/core/members/steps.ts";
import { shortAddress } from "@one-small-town/core/text.ts";
import type { Address } from "viem";
import { peopleWords } from "../content/words/people.ts";
import type { Transaction } from "./Transaction.ts";

/** A registrar takes back that they asked to suspend a person. */
export const takeBackSuspension: Transaction<{ wallet: Address }> = {
  title: ({ wallet }) => peopleWords.takeBackTitle(shortAddress(wallet)),
  done: () => peopleWords.takenBack,
  check: () => Promise.resolve(null),
  steps: ({ system }, { wallet }) =>
    Promise.resolve([
      { label: peopleWords.takeBackTitle(shortAddress(wallet)), step: takeBackStep(system.deployment, wallet) },
    ]),

  /** It waits no longer. */
  after: ["persons"],
};
