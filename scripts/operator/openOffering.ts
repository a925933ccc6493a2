import { shareOfferingAbi } from "@one-small-town/core/abis/shareOfferingAbi.ts";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { approveOffering, proposeOffering } from "@one-small-town/core/shares/steps.ts";
import type { Terms } from "@one-small-town/core/shares/Terms.ts";
import type { Signer } from "ethers";
import type { Address } from "viem";
import { eventsOf } from "./eventsOf.ts";
import { interfaceOf } from "./interfaceOf.ts";
import { send } from "./send.ts";

/** Both ambassadors agree on the terms of a sale. Returns the offering's id and its share token. */
export async function openOffering(
  deployment: Deployment,
  { terms, townAmbassador, countryAmbassador }: { terms: Terms; townAmbassador: Signer; countryAmbassador: Signer },
): Promise<{ offering: bigint; token: Address }> {
  await send(townAmbassador, proposeOffering(deployment, terms));
  const receipt = await send(countryAmbassador, approveOffering(deployment, terms));
  const [event] = eventsOf(receipt, interfaceOf(shareOfferingAbi), "OfferingApproved");
  return { offering: event?.args["offering"], token: event?.args["token"] };
}
