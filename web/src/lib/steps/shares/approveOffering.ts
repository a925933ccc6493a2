import { shareOfferingAbi } from "../../abis/shareOfferingAbi.ts";
import type { Deployment } from "../../deployment/Deployment.ts";
import type { Terms } from "./Terms.ts";
import type { Step } from "../Step.ts";
import { toStep } from "../toStep.ts";

/** The Country Ambassador approves exactly the proposed terms. */
export function approveOffering(deployment: Deployment, terms: Terms): Step {
  return toStep(deployment.addresses.ShareOffering, shareOfferingAbi, "approve", [terms]);
}
