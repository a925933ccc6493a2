import type { Address } from "viem";
import { projectRegistryAbi } from "../../abis/projectRegistryAbi.ts";
import type { Deployment } from "../../deployment/Deployment.ts";
import type { Step } from "../Step.ts";
import { toStep } from "../toStep.ts";

/** The Country Ambassador approves exactly the proposed management. */
export function approveManagement(deployment: Deployment, project: bigint, manager: Address, payout: Address): Step {
  return toStep(deployment.addresses.ProjectRegistry, projectRegistryAbi, "approveManagement", [
    project,
    manager,
    payout,
  ]);
}
