import { money } from "../content/format.ts";
import { holdingWords } from "../content/words/holdings.ts";
import type { HoldingNow } from "../chain/shares/Holding.ts";
import { shareOfferingAbi } from "@one-small-town/core/abis/shareOfferingAbi.ts";
import { claimKeptRefund as claimStep } from "@one-small-town/core/shares/holderSteps.ts";
import type { Transaction } from "./Transaction.ts";
import { readOne } from "../chain/readOne.ts";

/** Asks again for a refund that the currency once refused to pay to this wallet. */
export const claimKeptRefund: Transaction<HoldingNow> = {
  title: ({ token }) => holdingWords.keptTitle(token.name),
  done: ({ token, kept }) => holdingWords.keptDone(money(kept, token.currency)),

  async check({ system, address }, { token }) {
    const kept = await readOne(system.client, {
      address: system.deployment.addresses.ShareOffering,
      abi: shareOfferingAbi,
      functionName: "keptOf",
      args: [token.offering, address],
    });
    return kept === 0n ? holdingWords.keptMeanwhile : null;
  },

  steps: ({ system, address }, { token }) =>
    Promise.resolve([
      { label: holdingWords.keptTitle(token.name), step: claimStep(system.deployment, token.offering, address) },
    ]),

  /** What the sale kept for the holder is paid; their shares were taken back before. */
  after: ["sales", "money"],
};
