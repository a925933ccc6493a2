import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { type Attestation, attestResidents } from "@one-small-town/core/members/steps.ts";
import type { Signer } from "ethers";
import { inBatches } from "./inBatches.ts";
import { send } from "./send.ts";

/** At about 75,000 gas a person this stays below the 16,777,216 gas that one transaction may use (EIP-7825). */
const BATCH = 150;

/** A registrar attests residents, in order, so that member numbers follow it. */
export async function attestInBatches(
  deployment: Deployment,
  { registrar, town, attestations }: { registrar: Signer; town: number; attestations: readonly Attestation[] },
): Promise<void> {
  for (const batch of inBatches(attestations, BATCH)) await send(registrar, attestResidents(deployment, town, batch));
}
