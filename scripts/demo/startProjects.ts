import { yearQuarterAt } from "@one-small-town/core/projects/plans/yearQuarters.ts";
import { operateProject, planProject } from "@one-small-town/core/projects/steps.ts";
import type { Address } from "viem";
import { proposeIdea, startBusiness } from "../operator/businesses.ts";
import { send } from "../operator/send.ts";
import { metadataOf, packOf, planOf, ventureOf } from "./demoDocuments.ts";
import { type DemoProject, type DemoVenture, garden, guestHouse, riverPath } from "./demoProjects.ts";
import { type DemoBusiness, type DemoTown, personAt } from "./DemoTown.ts";

/** An upliftment project and a garden, both under way, and a guest house that is only an idea yet. */
export async function startProjects(demo: DemoTown): Promise<void> {
  for (const project of [riverPath, garden]) await start(demo, project);
  await propose(demo, guestHouse);
}

async function start(demo: DemoTown, project: DemoProject): Promise<void> {
  const townAmbassador = personAt(demo.chain, 0);
  const id = await propose(demo, project);
  await send(townAmbassador, planProject(demo.deployment, id, planOf(project)));
  await send(townAmbassador, operateProject(demo.deployment, id));
}

function propose({ chain, deployment, town }: DemoTown, project: DemoProject): Promise<bigint> {
  const { kind } = project;
  return proposeIdea(deployment, { town, kind, metadata: metadataOf(project), member: personAt(chain, 4) });
}

/**
 * A member's idea becomes a business at the funding stage, with plan, pack, manager and payout wallet. It plans to be at
 * work from a moment (seconds) on.
 */
export async function startDemoBusiness(
  { chain, deployment, town }: DemoTown,
  idea: DemoVenture,
  worksFrom: number,
): Promise<DemoBusiness> {
  const [plan, pack] = [ventureOf(idea, yearQuarterAt(worksFrom)), packOf(idea)];
  const business = await startBusiness(deployment, {
    town,
    kind: idea.kind,
    plan,
    pack,
    metadata: metadataOf(idea),
    member: personAt(chain, 3),
    townAmbassador: personAt(chain, 0),
    countryAmbassador: chain.officials.countryAmbassador,
    manager: chain.officials.manager.address as Address,
    payout: chain.officials.payout.address as Address,
  });
  return { business, plan: plan.hash, pack: pack.hash, title: idea.title };
}
