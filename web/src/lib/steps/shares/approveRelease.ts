import type { Hex } from "viem";
import { releasesAbi } from "../../abis/releasesAbi.ts";
import type { Deployment } from "../../deployment/Deployment.ts";
import type { Step } from "../Step.ts";
import { toStep } from "../toStep.ts";

/** The Country Ambassador approves the tranche that was asked for. */
export function approveRelease(deployment: Deployment, offering: bigint, evidence: Hex): Step {
  return toStep(deployment.addresses.Releases, releasesAbi, "approve", [offering, evidence]);
}
