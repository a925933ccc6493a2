import { releasesAbi } from "../../abis/releasesAbi.ts";
import type { Deployment } from "../../deployment/Deployment.ts";
import type { Step } from "../Step.ts";
import { toStep } from "../toStep.ts";

/** Anyone pays an approved tranche to the business, seven days later. */
export function releaseTranche(deployment: Deployment, offering: bigint): Step {
  return toStep(deployment.addresses.Releases, releasesAbi, "release", [offering]);
}
