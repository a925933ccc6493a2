import { memberRegistryAbi } from "../../abis/memberRegistryAbi.ts";
import type { Deployment } from "../../deployment/Deployment.ts";
import type { Outsider } from "./Outsider.ts";
import type { Step } from "../Step.ts";
import { toStep } from "../toStep.ts";

/** A Country Ambassador attests persons who live in no registered town, of any country. */
export function attestOutsiders(deployment: Deployment, ambassadorOf: number, outsiders: readonly Outsider[]): Step {
  return toStep(deployment.addresses.MemberRegistry, memberRegistryAbi, "attestOutsiders", [ambassadorOf, outsiders]);
}
