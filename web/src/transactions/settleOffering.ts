import { holdingWords } from "../content/words/holdings.ts";
import type { ShareToken } from "../chain/shares/shareTokensQuery.ts";
import { shareOfferingAbi } from "@one-small-town/core/abis/shareOfferingAbi.ts";
import { decode } from "@one-small-town/core/enumerations.ts";
import { phases } from "@one-small-town/core/rules/enumerations.ts";
import { settleOffering as settleStep } from "@one-small-town/core/shares/holderSteps.ts";
import type { Transaction } from "./Transaction.ts";
import { readOne } from "../chain/readOne.ts";

/** Unlocks the shares of a sale that succeeded, for all holders at once. */
export const settleOffering: Transaction<ShareToken> = {
  title: ({ name }) => holdingWords.unlockTitle(name),
  done: ({ name }) => holdingWords.unlocked(name),

  async check({ system }, { offering }) {
    const phase = await readOne(system.client, {
      address: system.deployment.addresses.ShareOffering,
      abi: shareOfferingAbi,
      functionName: "phaseOf",
      args: [offering],
    });
    if (decode(phases, phase) === "settled") return holdingWords.unlockedMeanwhile;
    return decode(phases, phase) === "succeeded" ? null : holdingWords.cannotUnlock;
  },

  steps: ({ system }, { offering, name }) =>
    Promise.resolve([{ label: holdingWords.unlockTitle(name), step: settleStep(system.deployment, offering) }]),

  /**
   * The sale is settled, and the token now lets its shares go to whoever may have them. The business stays in its stage,
   * and its money in escrow, until others act.
   */
  after: ["sales", "shares"],
};
