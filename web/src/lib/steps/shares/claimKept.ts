import type { Address } from "viem";
import { shareOfferingAbi } from "../../abis/shareOfferingAbi.ts";
import type { Deployment } from "../../deployment/Deployment.ts";
import type { Step } from "../Step.ts";
import { toStep } from "../toStep.ts";

/** Anyone pays a holder the refund that the currency once refused. */
export function claimKept(deployment: Deployment, offering: bigint, holder: Address): Step {
  return toStep(deployment.addresses.ShareOffering, shareOfferingAbi, "claimKept", [offering, holder]);
}
