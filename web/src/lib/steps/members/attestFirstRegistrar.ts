import { memberRegistryAbi } from "../../abis/memberRegistryAbi.ts";
import type { Deployment } from "../../deployment/Deployment.ts";
import type { Nominee } from "./Nominee.ts";
import type { Step } from "../Step.ts";
import { toStep } from "../toStep.ts";

/** The Town Ambassador attests the town's first registrar. */
export function attestFirstRegistrar(deployment: Deployment, town: number, nominee: Nominee): Step {
  return toStep(deployment.addresses.MemberRegistry, memberRegistryAbi, "attestFirstRegistrar", [
    town,
    nominee.wallet,
    nominee.residentUntil,
    nominee.personId,
  ]);
}
