import { setNominee as setStep } from "@one-small-town/core/members/steps.ts";
import { shortAddress } from "@one-small-town/core/text.ts";
import { type Address, isAddressEqual, zeroAddress } from "viem";
import { readOwnCase } from "../chain/decisions/ownCaseQuery.ts";
import { decisionWords } from "../content/words/decisions.ts";
import type { Transaction } from "./Transaction.ts";

/** A person names who gets what is theirs when they die; null for nobody. */
export const setNominee: Transaction<{ nominee: Address | null }> = {
  title: titleOf,
  done: ({ nominee }) =>
    nominee === null ? decisionWords.nomineeRemoved : decisionWords.nomineeDone(shortAddress(nominee)),

  async check({ system, address }, { nominee }) {
    if (nominee !== null && isAddressEqual(nominee, address)) return decisionWords.nomineeSelf;
    const { nominee: present } = await readOwnCase(system, address);
    return isAddressEqual(present ?? zeroAddress, nominee ?? zeroAddress) ? decisionWords.nomineeSame : null;
  },

  steps: ({ system }, { nominee }) =>
    Promise.resolve([{ label: titleOf({ nominee }), step: setStep(system.deployment, nominee ?? zeroAddress) }]),

  /** The name stands beside the person's record. */
  after: ["persons"],
};

function titleOf({ nominee }: { nominee: Address | null }) {
  return nominee === null ? decisionWords.nomineeRemoveTitle : decisionWords.nomineeTitle(shortAddress(nominee));
}
