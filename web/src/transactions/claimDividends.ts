import { sumByCurrency } from "@one-small-town/core/money/sumByCurrency.ts";
import { claimDividends as claimStep } from "@one-small-town/core/shares/holderSteps.ts";
import { type Dividend, readClaimable } from "../chain/shares/readClaimable.ts";
import { listOf, money } from "../content/format.ts";
import { holdingWords } from "../content/words/holdings.ts";
import { transactionWords } from "../content/words/transactions.ts";
import type { Actor, NamedStep, Transaction } from "./Transaction.ts";

/** Pays a holder the dividends of one business or of several, one step each. */
export const claimDividends: Transaction<readonly Dividend[]> = {
  title: (dividends) => {
    const [only, ...others] = dividends;
    return only !== undefined && others.length === 0
      ? holdingWords.claimTitle(amountOf(dividends), only.token.name)
      : holdingWords.claimAllTitle(amountOf(dividends));
  },
  done: () => transactionWords.claimSent,
  told: async (actor, dividends, hashes) => {
    const { tellPaid } = await import("./tellPaid.ts");
    return tellPaid(
      actor,
      dividends.map(({ token }) => token.currency),
      hashes,
    );
  },
  check: async (actor, dividends) =>
    (await stepsLeft(actor, dividends)).length === 0 ? holdingWords.claimedMeanwhile : null,
  steps: stepsLeft,

  /** Dividends are paid in the currency of each token; no share moves. */
  after: ["dividends", "money"],
};

async function stepsLeft({ system, address }: Actor, dividends: readonly Dividend[]): Promise<NamedStep[]> {
  const tokens = dividends.map(({ token }) => token);
  return (await readClaimable(system, tokens, address)).map(({ token, amount }) => ({
    label: holdingWords.claimTitle(money(amount, token.currency), token.name),
    step: claimStep(token.address, address),
  }));
}

function amountOf(dividends: readonly Dividend[]): string {
  const sums = sumByCurrency(dividends.map(({ token, amount }) => ({ currency: token.currency, amounts: { amount } })));
  return listOf(sums.map(({ currency, amounts }) => money(amounts.amount, currency)));
}
