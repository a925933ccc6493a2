import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import {
  appointCountryAmbassador,
  attestFirstRegistrar,
  foundTown,
  type Nominee,
} from "@one-small-town/core/members/steps.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { grantRole } from "@one-small-town/core/roles/steps.ts";
import type { Signer } from "ethers";
import type { Address } from "viem";
import { contractsOf } from "./contracts.ts";
import { send } from "./send.ts";

export type NewTown = {
  country: number;
  currency: Address;
  name: string;
  headOffice: Signer;
  countryAmbassador: Address;
  townAmbassador: Signer;
  ambassador: Nominee;
  registrar: Nominee;
};

/**
 * Head office opens the country where it is not open yet and founds the town; its ambassador attests and appoints the
 * first registrar. Returns the town's id.
 */
export async function openTown(deployment: Deployment, town: NewTown): Promise<number> {
  const { authority, townRegistry } = contractsOf(deployment, town.headOffice);
  const inOffice = await authority.inOffice(roleIds.countryAmbassador(town.country));
  if (!inOffice) {
    await send(town.headOffice, appointCountryAmbassador(deployment, town.country, town.countryAmbassador));
  }
  await send(town.headOffice, foundTown(deployment, town));
  const id = Number(await townRegistry.townCount());
  await send(town.townAmbassador, attestFirstRegistrar(deployment, id, town.registrar));
  await send(town.townAmbassador, grantRole(deployment, roleIds.registrar(id), town.registrar.wallet));
  return id;
}
