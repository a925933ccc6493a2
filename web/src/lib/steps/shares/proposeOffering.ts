import { shareOfferingAbi } from "../../abis/shareOfferingAbi.ts";
import type { Deployment } from "../../deployment/Deployment.ts";
import type { Terms } from "./Terms.ts";
import type { Step } from "../Step.ts";
import { toStep } from "../toStep.ts";

/** The Town Ambassador proposes the terms of a sale. */
export function proposeOffering(deployment: Deployment, terms: Terms): Step {
  return toStep(deployment.addresses.ShareOffering, shareOfferingAbi, "propose", [terms]);
}
