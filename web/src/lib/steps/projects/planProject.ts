import { projectRegistryAbi } from "../../abis/projectRegistryAbi.ts";
import type { Deployment } from "../../deployment/Deployment.ts";
import type { Document } from "../Document.ts";
import type { Step } from "../Step.ts";
import { toStep } from "../toStep.ts";

/** The Town Ambassador plans a project, with its business plan. */
export function planProject(deployment: Deployment, project: bigint, plan: Document): Step {
  return toStep(deployment.addresses.ProjectRegistry, projectRegistryAbi, "plan", [project, plan]);
}
