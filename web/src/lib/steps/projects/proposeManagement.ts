import type { Address } from "viem";
import { projectRegistryAbi } from "../../abis/projectRegistryAbi.ts";
import type { Deployment } from "../../deployment/Deployment.ts";
import type { Step } from "../Step.ts";
import { toStep } from "../toStep.ts";

/** The Town Ambassador proposes who runs a business and where its funds go. */
export function proposeManagement(deployment: Deployment, project: bigint, manager: Address, payout: Address): Step {
  return toStep(deployment.addresses.ProjectRegistry, projectRegistryAbi, "proposeManagement", [
    project,
    manager,
    payout,
  ]);
}
