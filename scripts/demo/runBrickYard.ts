import { nameYearQuarter, yearQuarterAt } from "@one-small-town/core/projects/plans/yearQuarters.ts";
import { operateProject } from "@one-small-town/core/projects/steps.ts";
import { send } from "../operator/send.ts";
import { depositDemoProfit } from "./demoProfit.ts";
import { brickYard } from "./demoProjects.ts";
import { type DemoTown, type Scene, personAt } from "./DemoTown.ts";
import { startDemoBusiness } from "./startProjects.ts";

const DAY = 86_400;

/** The brick yard: built by members' hours, without shares. It paid in once, and owes the accounts of its quarters. */
export async function runBrickYard(demo: DemoTown, now: number): Promise<Scene[]> {
  const begins = await demo.chain.connection.networkHelpers.time.latest();
  const business = await startDemoBusiness(demo, brickYard, begins);
  await send(personAt(demo.chain, 0), operateProject(demo.deployment, business.business));

  const at = now - 70 * DAY;
  const period = `${nameYearQuarter(yearQuarterAt(at))}: first bricks`;
  return [{ at, happen: () => depositDemoProfit(demo, business, { period, amount: 412_500_000n, weeks: 4 }) }];
}
