import type { Address } from "viem";
import { refundInBatches } from "../operator/refundInBatches.ts";
import { buyDemoShares } from "./buyDemoShares.ts";
import { laundry } from "./demoProjects.ts";
import type { DemoTown } from "./DemoTown.ts";
import { offerDemoShares } from "./offerDemoShares.ts";
import { personAt } from "./personAt.ts";
import { startDemoBusiness } from "./startDemoBusiness.ts";

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
