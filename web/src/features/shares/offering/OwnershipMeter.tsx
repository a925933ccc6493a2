import { shortAddress } from "@one-small-town/core/text.ts";
import { isLargeHolding } from "@one-small-town/core/shares/holdings.ts";
import { isOnSale, onOffer } from "@one-small-town/core/shares/phases.ts";
import { WHOLE } from "@one-small-town/core/rules/Deeds.ts";
import type { Holder } from "../../../chain/shares/holdersQuery.ts";
import type { Offering } from "../../../chain/shares/offeringQuery.ts";
import { Notice } from "../../../components/Notice.tsx";
import { InPages } from "../../../components/InPages.tsx";
import { Meter } from "../../../components/Meter.tsx";
import { ScrollBox } from "../../../components/ScrollBox.tsx";
import { count, percent } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { shareWords } from "../../../content/words/shares.ts";
import { useWallet } from "../../../transactions/wallet/walletStore.ts";

const TIERS = ["local", "country", "world", "none"] as const;

type Props = { offering: Offering; holders: readonly Holder[] };

/** How many shares stay in the town, in the country and beyond, out of what is on offer; and every holder. */
export function OwnershipMeter({ offering, holders }: Props) {
  const say = useSay();
  const isOver = !isOnSale(offering.phase);
  const total = isOver ? Math.max(offering.sold, 1) : Math.max(onOffer(offering), offering.sold);
  const parts = TIERS.map((tier) => {
    const value = holders.filter((holder) => holder.tier === tier).reduce((sum, { shares }) => sum + shares, 0);
    return {
      name: say(shareWords.tier(tier)),
      value,
      color: `var(--${tier === "none" ? "soft" : tier})`,
      figure: count(value),
    };
  }).filter(({ value }, i) => value > 0 || i === 0);
  const unsold = total - offering.sold;
  const rest =
    unsold > 0 && !isOver
      ? [{ name: say(shareWords.unsold), value: unsold, color: "var(--sunken)", figure: count(unsold) }]
      : [];
  return (
    <div className="space-y-4">
      <Meter
        label={say(shareWords.meterLabel(count(offering.sold), count(offering.goal)))}
        parts={[...parts, ...rest]}
        total={total}
        marks={isOver ? [] : [{ at: offering.goal, name: say(shareWords.goalMark) }]}
      />
      <LargestHolder offering={offering} holders={holders} />
      {holders.length === 0 ? (
        <p>{say(shareWords.noHolders)}</p>
      ) : (
        <HolderTable holders={holders} sold={offering.sold} />
      )}
    </div>
  );
}

/** One of so many shares decides much by themselves. */
function LargestHolder({ offering: { sold }, holders }: Props) {
  const say = useSay();
  const largest = holders[0]?.shares ?? 0;
  if (!isLargeHolding(largest, sold)) return null;
  return <Notice kind="warn">{say(shareWords.riskHolder(percent(Math.round((largest / sold) * WHOLE))))}</Notice>;
}

function HolderTable({ holders, sold }: { holders: readonly Holder[]; sold: number }) {
  const say = useSay();
  const wallet = useWallet();
  return (
    <details>
      <summary className="text-link min-h-11 py-2">{say(shareWords.holdersTable)}</summary>
      <ScrollBox className="max-h-96 overflow-y-auto" label={say(shareWords.holdersTable)}>
        <InPages items={holders}>
          {(shown) => (
            <table className="figures w-full text-sm">
              <thead className="text-soft text-start">
                <tr>
                  <th className="py-1 text-start font-normal">{say(shareWords.holder)}</th>
                  <th className="text-start font-normal">{say(shareWords.holderPlace)}</th>
                  <th className="text-end font-normal">{say(shareWords.holderShares)}</th>
                  <th className="ps-3 text-end font-normal">{say(shareWords.holderPart)}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((holder) => (
                  <tr key={holder.wallet} className="border-line border-t">
                    <td className="py-1.5">
                      {shortAddress(holder.wallet)}
                      {holder.wallet === wallet?.address && <b className="ms-2">{say(shareWords.you)}</b>}
                    </td>
                    <td>{say(shareWords.tier(holder.tier))}</td>
                    <td className="text-end">{count(holder.shares)}</td>
                    <td className="ps-3 text-end">{percent(Math.round((holder.shares / sold) * WHOLE))}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </InPages>
      </ScrollBox>
    </details>
  );
}
