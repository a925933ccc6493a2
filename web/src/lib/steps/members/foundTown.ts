import type { Address } from "viem";
import { townRegistryAbi } from "../../abis/townRegistryAbi.ts";
import type { Deployment } from "../../deployment/Deployment.ts";
import type { Nominee } from "./Nominee.ts";
import type { Step } from "../Step.ts";
import { toStep } from "../toStep.ts";

/** Head office founds a town, whose first ambassador becomes its first resident. */
export function foundTown(
  deployment: Deployment,
  town: { country: number; currency: Address; name: string; ambassador: Nominee },
): Step {
  return toStep(deployment.addresses.TownRegistry, townRegistryAbi, "foundTown", [
    town.country,
    town.currency,
    town.name,
    town.ambassador,
  ]);
}
