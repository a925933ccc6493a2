import { deedPresets } from "@one-small-town/core/profit/Deed.ts";
import { openOffering } from "../operator/openOffering.ts";
import type { DemoBusiness, DemoSale, DemoTown } from "./DemoTown.ts";
import { personAt } from "./personAt.ts";

const DAY = 86_400;

/** `days` of the local, the country and the world phase; 0 for one that is absent. */
type Offer = { opens: number; symbol: string; days: readonly [local: number, country: number, world: number] };

/** Both ambassadors agree on a sale of 200 to 400 shares at 10 dollars. */
export async function offerDemoShares(
  { chain, deployment }: DemoTown,
  business: DemoBusiness,
  { opens, symbol, days: [local, country, world] }: Offer,
): Promise<DemoSale> {
  const localEnds = opens + local * DAY;
  const countryEnds = country === 0 ? 0 : localEnds + country * DAY;
  const worldEnds = world === 0 ? 0 : (countryEnds || localEnds) + world * DAY;
  const sale = await openOffering(deployment, {
    townAmbassador: personAt(chain, 0),
    countryAmbassador: chain.officials.countryAmbassador,
    terms: {
      business: business.business,
      plan: business.plan,
      pack: business.pack,
      deed: deedPresets.thirds,
      price: 10_000_000n,
      goal: 200,
      cap: 400,
      limitLocal: 20,
      limitLater: 40,
      opens,
      localEnds,
      countryEnds,
      worldEnds,
      tranches: [4_000, 3_000, 3_000],
      name: `Willowmere ${business.title}`,
      symbol,
    },
  });
  return { ...business, ...sale };
}
