import { money } from "../content/format.ts";
import { holdingWords } from "../content/words/holdings.ts";
import { readNow } from "../chain/readNow.ts";
import type { HoldingNow } from "../chain/shares/Holding.ts";
import { investorTokenAbi } from "@one-small-town/core/abis/investorTokenAbi.ts";
import { shareOfferingAbi } from "@one-small-town/core/abis/shareOfferingAbi.ts";
import { decode } from "@one-small-town/core/enumerations.ts";
import { phases } from "@one-small-town/core/rules/enumerations.ts";
import { refundHolders } from "@one-small-town/core/shares/holderSteps.ts";
import type { Transaction } from "./Transaction.ts";

/** Pays a holder of a sale that failed exactly what they paid. */
export const refundShares: Transaction<HoldingNow> = {
  title: ({ token }) => holdingWords.refundTitle(token.name),
  done: ({ token, held }) => holdingWords.refunded(money(held * token.price, token.currency)),

  async check({ system, address }, { token }) {
    const [phase, held] = await readNow(system, [
      {
        address: system.deployment.addresses.ShareOffering,
        abi: shareOfferingAbi,
        functionName: "phaseOf",
        args: [token.offering],
      },
      { address: token.address, abi: investorTokenAbi, functionName: "balanceOf", args: [address] },
    ]);
    if (decode(phases, phase) !== "failed") return holdingWords.notFailed;
    return held === 0n ? holdingWords.refundedMeanwhile : null;
  },

  steps: ({ system, address }, { token }) =>
    Promise.resolve([
      {
        label: holdingWords.refundTitle(token.name),
        step: refundHolders(system.deployment, token.offering, [address]),
      },
    ]),

  /** Shares are taken back, and their price is paid, or kept by the sale where the currency refuses it. */
  after: ["sales", "shares", "money"],
};
