import { operateProject } from "@one-small-town/core/projects/steps.ts";
import { settleOffering } from "@one-small-town/core/shares/holderSteps.ts";
import { approveRelease, releaseTranche, requestRelease } from "@one-small-town/core/shares/steps.ts";
import { send } from "../operator/send.ts";
import { buyWithAllowance } from "../operator/withAllowance.ts";
import { evidenceOf } from "./demoDocuments.ts";
import { bakery } from "./demoProjects.ts";
import { offerDemoShares } from "./demoSales.ts";
import { type DemoSale, type DemoTown, personAt } from "./DemoTown.ts";
import { startDemoBusiness } from "./startProjects.ts";

const DAY = 86_400;
const LOCAL = 21 * DAY;
const BUYERS = 32;

/** The bakery: sold to residents alone, settled, its first tranche released, operating. Ends 31 days after `opens`. */
export async function runBakery(demo: DemoTown, opens: number): Promise<DemoSale> {
  const { chain, deployment } = demo;
  const { countryAmbassador, manager, payer } = chain.officials;
  const business = await startDemoBusiness(demo, bakery, opens + LOCAL);
  const sale = await offerDemoShares(demo, business, { opens, symbol: "BAKERY", days: [LOCAL / DAY, 14, 14] });
  for (let id = 2; id < 2 + BUYERS; id++) {
    await chain.goTo(opens + (id * DAY) / 3);
    await buyWithAllowance(deployment, { buyer: personAt(chain, id), offering: sale.offering, shares: 4 + (id % 9) });
  }

  await chain.goTo(opens + LOCAL);
  await send(payer, settleOffering(deployment, sale.offering));
  await send(personAt(chain, 0), operateProject(deployment, sale.business));
  const evidence = evidenceOf("Bakery: first part of the money", "Lease and oven, paid for.");
  await send(manager, requestRelease(deployment, sale.offering, evidence));
  await send(countryAmbassador, approveRelease(deployment, { ...sale, tranche: 0n, evidence: evidence.hash }));
  await chain.goTo(opens + 30 * DAY);
  await send(payer, releaseTranche(deployment, sale.offering));
  return sale;
}
