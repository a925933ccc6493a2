import { memberRegistryAbi } from "../../abis/memberRegistryAbi.ts";
import type { Deployment } from "../../deployment/Deployment.ts";
import type { Attestation } from "./Attestation.ts";
import type { Step } from "../Step.ts";
import { toStep } from "../toStep.ts";

/** A registrar attests residents and admits those who join, all or none. */
export function attestResidents(deployment: Deployment, town: number, attestations: readonly Attestation[]): Step {
  return toStep(deployment.addresses.MemberRegistry, memberRegistryAbi, "attest", [town, attestations]);
}
