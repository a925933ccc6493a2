import { townRegistryAbi } from "../../abis/townRegistryAbi.ts";
import type { Deployment } from "../../deployment/Deployment.ts";
import type { Step } from "../Step.ts";
import { toStep } from "../toStep.ts";

/** The Town Ambassador sets how many new attestations a week each registrar may make. */
export function setAttestationLimit(deployment: Deployment, town: number, limit: number): Step {
  return toStep(deployment.addresses.TownRegistry, townRegistryAbi, "setAttestationLimit", [town, limit]);
}
