import type { MessageDescriptor } from "@lingui/core";
import { zeroHash } from "viem";
import { dateTime } from "../../../content/format.ts";
import { shareWords } from "../../../content/words/shares.ts";
import { useSay } from "../../../content/useSay.ts";
import { isOnSale } from "@one-small-town/core/shares/phases.ts";
import type { Offering } from "../../../chain/shares/offeringQuery.ts";

/** Plain words on what could go wrong, read from the state of the contracts. */
export function RiskList({ offering }: { offering: Offering }) {
  const say = useSay();
  return (
    <ul className="list-disc space-y-1.5 ps-5">
      {risksOf(offering).map((words) => (
        <li key={say(words)}>{say(words)}</li>
      ))}
    </ul>
  );
}

function risksOf(offering: Offering): MessageDescriptor[] {
  const isLive = isOnSale(offering.phase);
  return [
    shareWords.riskLoss,
    ...(isLive && offering.sold < offering.goal ? [shareWords.riskUnsold(offering.goal - offering.sold)] : []),
    ...(offering.plan === zeroHash ? [shareWords.riskNoPlan] : []),
    ...(offering.phase === "local" || offering.scope === "local" ? [shareWords.riskScope] : []),
    escrowWords(offering),
  ];
}

/** Where the money of the sale goes: to the business in parts, or what is left of it to the holders. */
function escrowWords({ windUpFrom, tranches, released, price, sold }: Offering): MessageDescriptor {
  if (windUpFrom === 0) return shareWords.riskReleased(tranches.length);
  return released < price * BigInt(sold) ? shareWords.riskWindingUp(dateTime(windUpFrom)) : shareWords.riskWoundUp;
}
