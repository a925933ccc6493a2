import type { Signer } from "ethers";
import { projectRegistryAbi } from "@one-small-town/core/abis/projectRegistryAbi.ts";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { type ProjectKind, projectKinds } from "@one-small-town/core/rules/enumerations.ts";
import type { Document } from "@one-small-town/core/documents/Document.ts";
import { proposeProject } from "@one-small-town/core/projects/steps.ts";
import { encode } from "@one-small-town/core/enumerations.ts";
import { eventsOf } from "./eventsOf.ts";
import { interfaceOf } from "./interfaceOf.ts";
import { send } from "./send.ts";

export type Idea = { town: number; kind: ProjectKind; metadata: Document; member: Signer };

/** A member proposes a project. Returns its id. */
export async function proposeIdea(deployment: Deployment, { town, kind, metadata, member }: Idea): Promise<bigint> {
  const receipt = await send(member, proposeProject(deployment, town, encode(projectKinds, kind), metadata));
  const [event] = eventsOf(receipt, interfaceOf(projectRegistryAbi), "ProjectProposed");
  return event?.args["project"];
}
