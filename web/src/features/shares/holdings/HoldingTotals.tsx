import { sumByCurrency } from "@one-small-town/core/money/sumByCurrency.ts";
import type { Holding } from "../../../chain/shares/Holding.ts";
import { Card } from "../../../components/Card.tsx";
import { Stat, StatList } from "../../../components/Stat.tsx";
import { money } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { holdingWords } from "../../../content/words/holdings.ts";
import { ClaimAll } from "./ClaimAll.tsx";

/** What all shares of a person come to, for each currency by itself. */
export function HoldingTotals({ holdings }: { holdings: readonly Holding[] }) {
  const say = useSay();
  const isRead = holdings.every(({ past }) => past !== undefined);
  const sums = sumByCurrency(
    holdings.map(({ token, held, claimable, past }) => ({
      currency: token.currency,
      amounts: { worth: held * token.price, claimable, claimed: past?.claimed ?? 0n },
    })),
  );
  return (
    <Card title={say(holdingWords.totals)}>
      <div className="space-y-6">
        {sums.map(({ currency, amounts }) => (
          <StatList key={currency.address}>
            <Stat name={say(holdingWords.ready)} value={money(amounts.claimable, currency)} />
            <Stat name={say(holdingWords.received)} value={isRead ? money(amounts.claimed, currency) : "…"} />
            <Stat name={say(holdingWords.worth)} value={money(amounts.worth, currency)} />
          </StatList>
        ))}
        <p className="text-soft -mt-2 text-sm">{say(holdingWords.worthNote)}</p>
        <ClaimAll holdings={holdings} />
      </div>
    </Card>
  );
}
