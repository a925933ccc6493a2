import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import {
  appointCountryAmbassador,
  attestFirstRegistrar,
  foundTown,
  type Nominee,
} from "@one-small-town/core/members/steps.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { confirmKey } from "@one-small-town/core/roles/steps.ts";
import type { Signer } from "ethers";
import type { Address } from "viem";
import { contractsOf } from "./contracts.ts";
import { acceptRole, nameWithWord } from "./keys.ts";
import { send } from "./send.ts";

/** A person who takes an office, with what is attested of them; the wallet is the signer's. */
type Officer = { signer: Signer } & Omit<Nominee, "wallet">;

export type NewTown = {
  country: number;
  currency: Address;
  name: string;
  headOffice: Signer;
  countryAmbassador: Signer;
  townAmbassador: Officer;
  registrar: Officer;
};

/**
 * Head office opens the country where it is not open yet and founds the town; its ambassador names and attests the
 * first registrar, whom the Country Ambassador confirms. Returns the town's id.
 */
export async function openTown(deployment: Deployment, town: NewTown): Promise<number> {
  const { headOffice, countryAmbassador } = town;
  const townAmbassador = town.townAmbassador.signer;
  const { authority, townRegistry } = contractsOf(deployment, headOffice);
  const country = roleIds.countryAmbassador(town.country);
  if (!(await authority.inOffice(country))) {
    const acceptance = await acceptRole(deployment, country, countryAmbassador);
    const wallet = (await countryAmbassador.getAddress()) as Address;
    await send(headOffice, appointCountryAmbassador(deployment, town.country, wallet, acceptance));
  }
  const id = Number(await townRegistry.townCount()) + 1;
  const founding = {
    country: town.country,
    currency: town.currency,
    name: town.name,
    ambassador: await nomineeOf(town.townAmbassador),
    acceptance: await acceptRole(deployment, roleIds.townAmbassador(id), townAmbassador),
  };
  await send(headOffice, foundTown(deployment, founding));

  const role = roleIds.registrar(id);
  const registrar = await nomineeOf(town.registrar);
  await nameWithWord(deployment, { townAmbassador, role, wallet: town.registrar.signer });
  await send(townAmbassador, attestFirstRegistrar(deployment, id, registrar));
  await send(countryAmbassador, confirmKey(deployment, role, registrar.wallet));
  return id;
}

async function nomineeOf({ signer, residentUntil, personId }: Officer): Promise<Nominee> {
  return { wallet: (await signer.getAddress()) as Address, residentUntil, personId };
}
