import { sumByCurrency } from "@one-small-town/core/money/sumByCurrency.ts";
import { useState } from "react";
import type { Holding } from "../../../chain/shares/Holding.ts";
import { listOf, money } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { holdingWords } from "../../../content/words/holdings.ts";
import { claimDividends } from "../../../transactions/claimDividends.ts";
import { TransactionButton } from "../../../transactions/TransactionButton.tsx";

/** All dividends in one go, where more than one business has some. It stays, to say how the claim ended. */
export function ClaimAll({ holdings }: { holdings: readonly Holding[] }) {
  const say = useSay();
  const [wasOffered, setWasOffered] = useState(false);
  const dividends = holdings
    .filter(({ claimable }) => claimable > 0n)
    .map(({ token, claimable }) => ({ token, amount: claimable }));
  const isOffered = dividends.length > 1;
  if (isOffered && !wasOffered) setWasOffered(true);
  if (!isOffered && !wasOffered) return null;

  const sums = sumByCurrency(dividends.map(({ token, amount }) => ({ currency: token.currency, amounts: { amount } })));
  const amount = listOf(sums.map(({ currency, amounts }) => money(amounts.amount, currency)));
  return (
    <div className="max-w-md space-y-2">
      <TransactionButton
        transaction={claimDividends}
        input={dividends.length === 0 ? null : dividends}
        label={say(dividends.length === 0 ? holdingWords.claimNothing : holdingWords.claimAll(amount))}
      />
      {isOffered && <p className="text-soft text-sm">{say(holdingWords.claimAllHelp(dividends.length))}</p>}
    </div>
  );
}
