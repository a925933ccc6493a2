import { decode } from "@one-small-town/core/enumerations.ts";
import { phases } from "@one-small-town/core/rules/enumerations.ts";
import type { SaleState } from "@one-small-town/core/shares/phases.ts";
import type { Address } from "viem";
import { contractsOf } from "../operator/contractsOf.ts";
import { tokenAt } from "../operator/tokenAt.ts";
import type { DemoTown } from "./DemoTown.ts";

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
