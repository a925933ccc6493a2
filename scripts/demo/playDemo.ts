import { weekEnd } from "../../web/src/lib/weeks/weekEnd.ts";
import { weekIndexOf } from "../../web/src/lib/weeks/weekIndexOf.ts";
import { buyWithAllowance } from "../operator/buyWithAllowance.ts";
import type { DemoTown } from "./DemoTown.ts";
import { foundDemoTown } from "./foundDemoTown.ts";
import { offerDemoShares } from "./offerDemoShares.ts";
import { openDemoChain } from "./openDemoChain.ts";
import { personAt } from "./personAt.ts";
import { runBakery } from "./runBakery.ts";
import { runHours } from "./runHours.ts";
import { startDemoBusiness } from "./startDemoBusiness.ts";
import { startProjects } from "./startProjects.ts";

const DAY = 86_400;
const WEEKS = 13;

/** How long ago the demo's town was founded: time for a sale, then thirteen weeks of hours. */
const HISTORY = 150 * DAY;

/**
 * Brings a demo town to life on a fresh local chain: founded five months ago, a bakery owned by its residents, twelve
 * weeks of paid hours and one under review, a workshop whose shares are on sale to residents now, a guest house that is
 * an idea, an upliftment project and a garden. The chain's clock ends at the present.
 */
export async function playDemo(wantedPort?: number): Promise<DemoTown> {
  const now = Math.floor(Date.now() / 1000);
  const begins = now - HISTORY;
  const chain = await openDemoChain(begins, wantedPort);
  try {
    const demo = await foundDemoTown(chain, begins);
    await startProjects(demo);
    const bakery = await runBakery(demo, begins + 5 * DAY);
    const idea = { title: "Solar workshop", sector: "IT & Technology", kind: "cornerstone" } as const;
    const workshop = await startDemoBusiness(demo, idea);

    const opens = now - 6 * DAY;
    const lastWeek = weekIndexOf(now) - 1;
    const weeks = Array.from({ length: WEEKS }, (_, i) => lastWeek - WEEKS + 1 + i);
    const isPaidBeforeSale = (weekIndex: number) => weekEnd(weekIndex) + 3 * DAY < opens - DAY;
    await runHours(demo, bakery, weeks.filter(isPaidBeforeSale), opens - DAY);
    await chain.goTo(opens - DAY);
    const sale = await offerDemoShares(demo, workshop, { opens, symbol: "SOLAR" });
    await chain.goTo(opens);
    for (const id of [3, 8, 9, 20, 40, 56]) {
      await buyWithAllowance(demo.deployment, {
        buyer: personAt(chain, id),
        offering: sale.offering,
        shares: 3 + (id % 7),
      });
    }
    await runHours(
      demo,
      bakery,
      weeks.filter((weekIndex) => !isPaidBeforeSale(weekIndex)),
      now,
    );
    await chain.goTo(Math.floor(Date.now() / 1000));
    await chain.connection.networkHelpers.mine();
    return demo;
  } catch (failure) {
    await chain.close();
    throw failure;
  }
}
