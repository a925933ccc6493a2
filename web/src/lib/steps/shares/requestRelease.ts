import { releasesAbi } from "../../abis/releasesAbi.ts";
import type { Deployment } from "../../deployment/Deployment.ts";
import type { Document } from "../Document.ts";
import type { Step } from "../Step.ts";
import { toStep } from "../toStep.ts";

/** The manager or the Town Ambassador asks for the next tranche. */
export function requestRelease(deployment: Deployment, offering: bigint, evidence: Document): Step {
  return toStep(deployment.addresses.Releases, releasesAbi, "request", [offering, evidence.hash, evidence.uri]);
}
