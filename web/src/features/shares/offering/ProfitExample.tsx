import { money, type Unit } from "../../../content/format.ts";
import { shareWords } from "../../../content/words/shares.ts";
import { useSay } from "../../../content/useSay.ts";
import type { Offering } from "../../../chain/shares/offeringQuery.ts";
import { splitProfit } from "@one-small-town/core/profit/splitProfit.ts";

/** A round profit, divided as the deed says. */
export function ProfitExample({ offering, unit }: { offering: Offering; unit: Unit }) {
  const say = useSay();
  const profit = 1_000n * 10n ** BigInt(unit.decimals);
  const { investors } = splitProfit(profit, offering.deed);
  const perShareDown = investors / BigInt(Math.max(offering.sold, offering.goal));
  return (
    <p className="text-soft mt-2 text-sm">
      {say(shareWords.example(money(profit, unit), money(investors, unit), money(perShareDown, unit)))}
    </p>
  );
}
