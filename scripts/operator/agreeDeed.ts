import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import type { Deed } from "@one-small-town/core/profit/Deed.ts";
import { approveDeed, proposeDeed } from "@one-small-town/core/profit/steps.ts";
import type { Signer } from "ethers";
import { send } from "./send.ts";

/** Both ambassadors agree on a profit deed, in force seven days later. */
export async function agreeDeed(
  deployment: Deployment,
  {
    business,
    deed,
    townAmbassador,
    countryAmbassador,
  }: {
    business: bigint;
    deed: Deed;
    townAmbassador: Signer;
    countryAmbassador: Signer;
  },
): Promise<void> {
  await send(townAmbassador, proposeDeed(deployment, business, deed));
  await send(countryAmbassador, approveDeed(deployment, business, deed));
}
