import { operateProject, planProject } from "@one-small-town/core/projects/steps.ts";
import { proposeIdea } from "../operator/proposeIdea.ts";
import { send } from "../operator/send.ts";
import { metadataOf, planOf } from "./demoDocuments.ts";
import { type DemoProject, garden, guestHouse, riverPath } from "./demoProjects.ts";
import type { DemoTown } from "./DemoTown.ts";
import { personAt } from "./personAt.ts";

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
