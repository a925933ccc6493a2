import type { projectKinds } from "../../web/src/lib/projects/projectKinds.ts";
import { operateProject } from "../../web/src/lib/steps/projects/operateProject.ts";
import { planProject } from "../../web/src/lib/steps/projects/planProject.ts";
import { documentOf } from "../operator/documentOf.ts";
import { proposeIdea } from "../operator/proposeIdea.ts";
import { send } from "../operator/send.ts";
import type { DemoTown } from "./DemoTown.ts";
import { personAt } from "./personAt.ts";
import { metadataOf } from "./startDemoBusiness.ts";

/** An upliftment project and a garden, both under way, and a guest house that is only an idea yet. */
export async function startProjects(demo: DemoTown): Promise<void> {
  const path = await propose(demo, "River path", "Recreation", "upliftment");
  const garden = await propose(demo, "Market Street garden", "Agriculture", "garden");
  await propose(demo, "Guest house", "Tourism", "community");
  const townAmbassador = personAt(demo.chain, 0);
  for (const project of [path, garden]) {
    const plan = documentOf(`plan of project ${project}`, `demo://projects/${project}/plan`);
    await send(townAmbassador, planProject(demo.deployment, project, plan));
    await send(townAmbassador, operateProject(demo.deployment, project));
  }
}

function propose(
  { chain, deployment, town }: DemoTown,
  title: string,
  sector: string,
  kind: (typeof projectKinds)[number],
): Promise<bigint> {
  return proposeIdea(deployment, { town, kind, metadata: metadataOf(title, sector), member: personAt(chain, 4) });
}
