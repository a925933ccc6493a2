import { projectRegistryAbi } from "../../abis/projectRegistryAbi.ts";
import type { Deployment } from "../../deployment/Deployment.ts";
import type { Document } from "../Document.ts";
import type { Step } from "../Step.ts";
import { toStep } from "../toStep.ts";

/** The Town Ambassador lets a business look for funds, with its investor pack. */
export function fundProject(deployment: Deployment, project: bigint, pack: Document): Step {
  return toStep(deployment.addresses.ProjectRegistry, projectRegistryAbi, "fund", [project, pack]);
}
