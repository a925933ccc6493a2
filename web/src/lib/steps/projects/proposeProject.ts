import { projectRegistryAbi } from "../../abis/projectRegistryAbi.ts";
import type { Deployment } from "../../deployment/Deployment.ts";
import type { Document } from "../Document.ts";
import type { Step } from "../Step.ts";
import { toStep } from "../toStep.ts";

/** A member proposes a project. */
export function proposeProject(deployment: Deployment, town: number, kind: number, metadata: Document): Step {
  return toStep(deployment.addresses.ProjectRegistry, projectRegistryAbi, "propose", [town, kind, metadata]);
}
