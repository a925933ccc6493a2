import { money } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { holdingWords } from "../../../content/words/holdings.ts";
import type { Holding } from "../../../chain/shares/Holding.ts";
import { claimDividends } from "../../../transactions/claimDividends.ts";
import { TransactionButton } from "../../../transactions/TransactionButton.tsx";

/** What a business has paid a person for their shares, and the way to get the rest. */
export function HoldingDividends({ holding }: { holding: Holding }) {
  const say = useSay();
  const { token, claimable, perShare, past } = holding;
  const amount = money(claimable, token.currency);
  return (
    <section className="space-y-4">
      <h3>{say(holdingWords.dividends)}</h3>
      {perShare === 0n ? (
        <p className="text-soft text-sm">{say(holdingWords.noDividends)}</p>
      ) : (
        <>
          <dl className="grid grid-cols-2 gap-x-4">
            <Figure name={say(holdingWords.toClaim)} value={amount} />
            <Figure
              name={say(holdingWords.claimedSoFar)}
              value={past === undefined ? "…" : money(past.claimed, token.currency)}
            />
          </dl>
          <TransactionButton
            transaction={claimDividends}
            input={claimable === 0n ? null : [{ token, amount: claimable }]}
            label={say(claimable === 0n ? holdingWords.claimNothing : holdingWords.claim(amount))}
          />
        </>
      )}
    </section>
  );
}

function Figure({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex flex-col-reverse">
      <dt className="text-soft text-sm">{name}</dt>
      <dd className="font-sign figures text-lg font-bold">{value}</dd>
    </div>
  );
}
