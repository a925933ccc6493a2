import type { Address } from "viem";
import { type Phase, phases } from "../../web/src/lib/shares/phases.ts";
import { contractsOf } from "../operator/contractsOf.ts";
import { tokenAt } from "../operator/tokenAt.ts";
import type { DemoTown } from "./DemoTown.ts";

export type SaleNow = { title: string; phase: Phase; token: Address; limit: number; left: number; lastPhase: Phase };

/** The sales of the demo town as they stand. */
export async function readDemoSales({ chain, deployment }: DemoTown): Promise<SaleNow[]> {
  const { shareOffering } = contractsOf(deployment, chain.officials.payer);
  const count = Number(await shareOffering.offeringCount());
  return Promise.all(Array.from({ length: count }, (_, i) => readSale(i + 1)));

  async function readSale(id: number): Promise<SaleNow> {
    const [index, { token }, sale] = await Promise.all([
      shareOffering.phaseOf(id),
      shareOffering.assetOf(id),
      shareOffering.saleOf(id),
    ]);
    const shares = tokenAt(token, chain.officials.payer);
    const phase = phases[Number(index)] ?? "none";
    const onOffer = phase === "local" ? sale.cap : sale.goal;
    return {
      ...{ phase, token: token as Address, title: (await shares.name()).replace(/^Willowmere /, "") },
      limit: Number(phase === "local" ? sale.limitLocal : sale.limitLater),
      left: Number(onOffer - (await shares.totalSupply())),
      lastPhase: sale.worldLasts > 0n ? "world" : sale.countryLasts > 0n ? "country" : "local",
    };
  }
}
