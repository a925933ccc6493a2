import { shareOfferingAbi } from "../../abis/shareOfferingAbi.ts";
import type { Deployment } from "../../deployment/Deployment.ts";
import type { Step } from "../Step.ts";
import { toStep } from "../toStep.ts";

/** One of both ambassadors agrees to call a live offering off. */
export function callOffOffering(deployment: Deployment, offering: bigint): Step {
  return toStep(deployment.addresses.ShareOffering, shareOfferingAbi, "callOff", [offering]);
}
