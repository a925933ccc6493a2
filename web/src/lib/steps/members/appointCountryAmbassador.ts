import type { Address } from "viem";
import { townRegistryAbi } from "../../abis/townRegistryAbi.ts";
import type { Deployment } from "../../deployment/Deployment.ts";
import type { Step } from "../Step.ts";
import { toStep } from "../toStep.ts";

/** Head office appoints a country's ambassador; the first one opens the country. */
export function appointCountryAmbassador(deployment: Deployment, country: number, wallet: Address): Step {
  return toStep(deployment.addresses.TownRegistry, townRegistryAbi, "appointCountryAmbassador", [country, wallet]);
}
