import { reinstate } from "@one-small-town/core/members/steps.ts";
import { shortAddress } from "@one-small-town/core/text.ts";
import type { Address } from "viem";
import { peopleWords } from "../content/words/people.ts";
import type { Transaction } from "./Transaction.ts";

/** The Country Ambassador ends a suspension, as if it had not been. */
export const reinstatePerson: Transaction<{ wallet: Address }> = {
  title: ({ wallet }) => peopleWords.reinstateTitle(shortAddress(wallet)),
  done: () => peopleWords.reinstated,
  check: () => Promise.resolve(null),
  steps: ({ system }, { wallet }) =>
    Promise.resolve([
      { label: peopleWords.reinstateTitle(shortAddress(wallet)), step: reinstate(system.deployment, wallet) },
    ]),

  /** The person lives in the town again; roles do not come back. */
  after: ["persons"],
};
