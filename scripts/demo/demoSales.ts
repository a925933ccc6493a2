import { decode } from "@one-small-town/core/enumerations.ts";
import { deedPresets } from "@one-small-town/core/profit/Deed.ts";
import { phases } from "@one-small-town/core/rules/enumerations.ts";
import type { SaleState } from "@one-small-town/core/shares/phases.ts";
import type { Address } from "viem";
import { openOffering } from "../operator/businesses.ts";
import { contractsOf, tokenAt } from "../operator/contracts.ts";
import { buyWithAllowance } from "../operator/withAllowance.ts";
import { type DemoBusiness, type DemoSale, type DemoTown, personAt } from "./DemoTown.ts";

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
      limitLater: 30,
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

/** Some people of the demo buy shares, 3 to 9 each. */
export async function buyDemoShares({ chain, deployment }: DemoTown, sale: DemoSale, ids: number[]): Promise<void> {
  const { offering } = sale;
  for (const id of ids) {
    await buyWithAllowance(deployment, { buyer: personAt(chain, id), offering, shares: 3 + (id % 7) });
  }
}

export type DemoSaleNow = SaleState & { title: string; token: Address };

/** The sales of the demo town as they stand. */
export async function readDemoSales({ chain, deployment }: DemoTown): Promise<DemoSaleNow[]> {
  const { shareOffering } = contractsOf(deployment, chain.officials.payer);
  const count = Number(await shareOffering.offeringCount());
  return Promise.all(Array.from({ length: count }, (_, i) => readSale(i + 1)));

  async function readSale(id: number): Promise<DemoSaleNow> {
    const [phase, { token }, sale] = await Promise.all([
      shareOffering.phaseOf(id),
      shareOffering.assetOf(id),
      shareOffering.saleOf(id),
    ]);
    const shares = tokenAt(token, chain.officials.payer);
    const [goal, cap, opens] = [sale.goal, sale.cap, sale.opens].map(Number) as [number, number, number];
    const localEnds = opens + Number(sale.localLasts);
    const countryEnds = sale.countryLasts === 0n ? 0 : localEnds + Number(sale.countryLasts);
    const worldEnds = sale.worldLasts === 0n ? 0 : (countryEnds || localEnds) + Number(sale.worldLasts);
    return {
      token: token as Address,
      title: (await shares.name()).replace(/^Willowmere /, ""),
      phase: decode(phases, phase),
      goal,
      cap,
      sold: Number(await shares.totalSupply()),
      opens,
      localEnds,
      countryEnds,
      worldEnds,
      limitLocal: Number(sale.limitLocal),
      limitLater: Number(sale.limitLater),
    };
  }
}
