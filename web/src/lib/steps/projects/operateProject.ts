import { projectRegistryAbi } from "../../abis/projectRegistryAbi.ts";
import type { Deployment } from "../../deployment/Deployment.ts";
import type { Step } from "../Step.ts";
import { toStep } from "../toStep.ts";

/** The Town Ambassador lets a project operate. */
export function operateProject(deployment: Deployment, project: bigint): Step {
  return toStep(deployment.addresses.ProjectRegistry, projectRegistryAbi, "operate", [project]);
}
