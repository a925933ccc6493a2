import { deedPresets } from "../../web/src/lib/profit/deedPresets.ts";
import { openOffering } from "../operator/openOffering.ts";
import type { DemoBusiness, DemoSale, DemoTown } from "./DemoTown.ts";
import { personAt } from "./personAt.ts";

const DAY = 86_400;

/** Both ambassadors agree on a sale of 200 to 400 shares at 10 dollars: 21 days local, 14 country, 14 world. */
export async function offerDemoShares(
  { chain, deployment }: DemoTown,
  business: DemoBusiness,
  { opens, symbol }: { opens: number; symbol: string },
): Promise<DemoSale> {
  const sale = await openOffering(deployment, {
    townAmbassador: personAt(chain, 0),
    countryAmbassador: chain.officials.countryAmbassador,
    terms: {
      ...{ business: business.business, plan: business.plan, pack: business.pack, deed: deedPresets.thirds },
      ...{ price: 10_000_000n, goal: 200, cap: 400, limitLocal: 20, limitLater: 40 },
      ...{ opens, localEnds: opens + 21 * DAY, countryEnds: opens + 35 * DAY, worldEnds: opens + 49 * DAY },
      ...{ tranches: [4_000, 3_000, 3_000], name: `Willowmere ${business.title}`, symbol },
    },
  });
  return { ...business, ...sale };
}
