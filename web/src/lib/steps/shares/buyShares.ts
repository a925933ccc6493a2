import { shareOfferingAbi } from "../../abis/shareOfferingAbi.ts";
import type { Deployment } from "../../deployment/Deployment.ts";
import type { Step } from "../Step.ts";
import { toStep } from "../toStep.ts";

/** Buys shares for the caller, who allowed price × shares before. */
export function buyShares(deployment: Deployment, offering: bigint, shares: number): Step {
  return toStep(deployment.addresses.ShareOffering, shareOfferingAbi, "buy", [offering, shares]);
}
