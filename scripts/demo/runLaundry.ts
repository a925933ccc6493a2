import type { Address } from "viem";
import { refundInBatches } from "../operator/batches.ts";
import { laundry } from "./demoProjects.ts";
import { buyDemoShares, offerDemoShares } from "./demoSales.ts";
import { type DemoTown, personAt } from "./DemoTown.ts";
import { startDemoBusiness } from "./startProjects.ts";

const DAY = 86_400;
const BUYERS = [41, 42, 43, 44, 45, 46, 47, 57, 58];
const REFUNDED = [41, 42, 57];

/** The laundry: too few residents bought, so its sale failed; some have their money back. Ends 15 days after `opens`. */
export async function runLaundry(demo: DemoTown, opens: number): Promise<void> {
  const { chain, deployment } = demo;
  const business = await startDemoBusiness(demo, laundry, opens + 15 * DAY);
  const sale = await offerDemoShares(demo, business, { opens, symbol: "LAUNDRY", days: [14, 0, 0] });
  await chain.goTo(opens);
  await buyDemoShares(demo, sale, BUYERS);

  await chain.goTo(opens + 15 * DAY);
  const holders = REFUNDED.map((id) => personAt(chain, id).address as Address);
  await refundInBatches(deployment, { payer: chain.officials.payer, offering: sale.offering, holders });
}
