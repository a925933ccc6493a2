import type { Signer } from "ethers";
import { projectRegistryAbi } from "../../web/src/lib/abis/projectRegistryAbi.ts";
import type { Deployment } from "../../web/src/lib/deployment/Deployment.ts";
import { projectKinds } from "../../web/src/lib/projects/projectKinds.ts";
import type { Document } from "../../web/src/lib/steps/Document.ts";
import { proposeProject } from "../../web/src/lib/steps/projects/proposeProject.ts";
import { eventsOf } from "./eventsOf.ts";
import { interfaceOf } from "./interfaceOf.ts";
import { send } from "./send.ts";

export type Idea = { town: number; kind: (typeof projectKinds)[number]; metadata: Document; member: Signer };

/** A member proposes a project. Returns its id. */
export async function proposeIdea(deployment: Deployment, { town, kind, metadata, member }: Idea): Promise<bigint> {
  const receipt = await send(member, proposeProject(deployment, town, projectKinds.indexOf(kind), metadata));
  const [event] = eventsOf(receipt, interfaceOf(projectRegistryAbi), "ProjectProposed");
  return event?.args["project"];
}
