import { nameYearQuarter } from "../../web/src/lib/plans/nameYearQuarter.ts";
import { yearQuarterAt } from "../../web/src/lib/plans/yearQuarterAt.ts";
import { operateProject } from "../../web/src/lib/steps/projects/operateProject.ts";
import { send } from "../operator/send.ts";
import { depositDemoProfit } from "./depositDemoProfit.ts";
import { brickYard } from "./demoProjects.ts";
import type { DemoTown } from "./DemoTown.ts";
import { personAt } from "./personAt.ts";
import type { Happening } from "./playInOrder.ts";
import { startDemoBusiness } from "./startDemoBusiness.ts";

const DAY = 86_400;

/** The brick yard: built by members' hours, without shares. It paid in once, and owes the accounts of its quarters. */
export async function runBrickYard(demo: DemoTown, now: number): Promise<Happening[]> {
  const begins = await demo.chain.connection.networkHelpers.time.latest();
  const business = await startDemoBusiness(demo, brickYard, begins);
  await send(personAt(demo.chain, 0), operateProject(demo.deployment, business.business));

  const at = now - 70 * DAY;
  const period = `${nameYearQuarter(yearQuarterAt(at))}: first bricks`;
  return [{ at, happen: () => depositDemoProfit(demo, business, { period, amount: 412_500_000n, weeks: 4 }) }];
}
