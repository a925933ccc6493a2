import type { Address } from "viem";
import { projectRegistryAbi } from "../abis/projectRegistryAbi.ts";
import type { Deployment } from "../deployment/Deployment.ts";
import type { Document } from "../documents/Document.ts";
import { type Step, toStep } from "../Step.ts";

/** A member proposes a project. */
export function proposeProject(deployment: Deployment, town: number, kind: number, metadata: Document): Step {
  return toStep(deployment.addresses.ProjectRegistry, projectRegistryAbi, "propose", [town, kind, metadata]);
}

/** The Town Ambassador plans a project, with its business plan. */
export function planProject(deployment: Deployment, project: bigint, plan: Document): Step {
  return toStep(deployment.addresses.ProjectRegistry, projectRegistryAbi, "plan", [project, plan]);
}

/** The Town Ambassador lets a business look for funds, with its investor pack. */
export function fundProject(deployment: Deployment, project: bigint, pack: Document): Step {
  return toStep(deployment.addresses.ProjectRegistry, projectRegistryAbi, "fund", [project, pack]);
}

/** The Town Ambassador lets a project operate. */
export function operateProject(deployment: Deployment, project: bigint): Step {
  return toStep(deployment.addresses.ProjectRegistry, projectRegistryAbi, "operate", [project]);
}

/** The Town Ambassador proposes who runs a business and where its funds go. */
export function proposeManagement(deployment: Deployment, project: bigint, manager: Address, payout: Address): Step {
  return toStep(deployment.addresses.ProjectRegistry, projectRegistryAbi, "proposeManagement", [
    project,
    manager,
    payout,
  ]);
}

/** The Country Ambassador approves exactly the proposed management. */
export function approveManagement(deployment: Deployment, project: bigint, manager: Address, payout: Address): Step {
  return toStep(deployment.addresses.ProjectRegistry, projectRegistryAbi, "approveManagement", [
    project,
    manager,
    payout,
  ]);
}

/** The Town Ambassador takes back a management that waits for the Country Ambassador. */
export function withdrawManagement(deployment: Deployment, project: bigint): Step {
  return toStep(deployment.addresses.ProjectRegistry, projectRegistryAbi, "withdrawManagement", [project]);
}

/** The Town Ambassador closes a project. */
export function closeProject(deployment: Deployment, project: bigint): Step {
  return toStep(deployment.addresses.ProjectRegistry, projectRegistryAbi, "close", [project]);
}
