import { shareOfferingAbi } from "../../abis/shareOfferingAbi.ts";
import type { Deployment } from "../../deployment/Deployment.ts";
import type { Step } from "../Step.ts";
import { toStep } from "../toStep.ts";

/** Anyone unlocks the shares of an offering that succeeded. */
export function settleOffering(deployment: Deployment, offering: bigint): Step {
  return toStep(deployment.addresses.ShareOffering, shareOfferingAbi, "settle", [offering]);
}
