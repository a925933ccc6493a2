import type { Signer } from "ethers";
import type { Deployment } from "../../web/src/lib/deployment/Deployment.ts";
import type { Deed } from "../../web/src/lib/profit/Deed.ts";
import { approveDeed } from "../../web/src/lib/steps/profit/approveDeed.ts";
import { proposeDeed } from "../../web/src/lib/steps/profit/proposeDeed.ts";
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
