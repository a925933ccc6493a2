import type { Address } from "viem";
import { shareOfferingAbi } from "../../abis/shareOfferingAbi.ts";
import type { Deployment } from "../../deployment/Deployment.ts";
import type { Step } from "../Step.ts";
import { toStep } from "../toStep.ts";

/** Anyone pays holders of a failed offering what they paid. */
export function refundHolders(deployment: Deployment, offering: bigint, holders: readonly Address[]): Step {
  return toStep(deployment.addresses.ShareOffering, shareOfferingAbi, "refund", [offering, holders]);
}
