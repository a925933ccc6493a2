import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { confirmAttestationLimit, proposeAttestationLimit } from "@one-small-town/core/members/steps.ts";
import { type Acceptance, acceptanceDomain, acceptanceTypes } from "@one-small-town/core/roles/acceptance.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { confirmKey, nameForKey } from "@one-small-town/core/roles/steps.ts";
import type { Signer, TypedDataDomain } from "ethers";
import type { Address, Hex } from "viem";
import { send } from "./send.ts";

/** A wallet signs that it takes a role, in the second of the chain's latest block. */
export async function acceptRole(deployment: Deployment, role: Hex, signer: Signer): Promise<Acceptance> {
  const latest = await signer.provider?.getBlock("latest");
  if (!latest) throw new Error("the chain has no block yet");
  const message = { role, wallet: await signer.getAddress(), signedAt: latest.timestamp };
  const domain = acceptanceDomain(deployment) as TypedDataDomain;
  const signature = (await signer.signTypedData(domain, acceptanceTypes, message)) as Hex;
  return { signedAt: message.signedAt, signature };
}

/** The two who give a key of a town. */
export type Ambassadors = { townAmbassador: Signer; countryAmbassador: Signer };

/** The Town Ambassador names a wallet for a key, with its word. */
export async function nameWithWord(
  deployment: Deployment,
  { townAmbassador, role, wallet }: { townAmbassador: Signer; role: Hex; wallet: Signer },
): Promise<void> {
  const acceptance = await acceptRole(deployment, role, wallet);
  await send(townAmbassador, nameForKey(deployment, role, (await wallet.getAddress()) as Address, acceptance));
}

/** Gives a registrar's or coordinator's key: accepted, named and confirmed. */
export async function giveKey(
  deployment: Deployment,
  { townAmbassador, countryAmbassador, role, wallet }: Ambassadors & { role: Hex; wallet: Signer },
): Promise<void> {
  await nameWithWord(deployment, { townAmbassador, role, wallet });
  await send(countryAmbassador, confirmKey(deployment, role, (await wallet.getAddress()) as Address));
}

/** Both ambassadors raise how many new persons a town may attest a week. */
export async function raiseAttestationLimit(
  deployment: Deployment,
  { townAmbassador, countryAmbassador, town, aWeek }: Ambassadors & { town: number; aWeek: number },
): Promise<void> {
  const office = roleIds.townAmbassador(town);
  await send(townAmbassador, proposeAttestationLimit(deployment, office, aWeek));
  await send(countryAmbassador, confirmAttestationLimit(deployment, office, aWeek));
}
