import { shareOfferingAbi } from "../../abis/shareOfferingAbi.ts";
import type { Deployment } from "../../deployment/Deployment.ts";
import type { Step } from "../Step.ts";
import { toStep } from "../toStep.ts";

/** Gives some of the caller's shares back for what was paid. */
export function cancelPurchase(deployment: Deployment, offering: bigint, shares: number): Step {
  return toStep(deployment.addresses.ShareOffering, shareOfferingAbi, "cancel", [offering, shares]);
}
