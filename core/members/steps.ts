import type { Address, Hex } from "viem";
import { memberRegistryAbi } from "../abis/memberRegistryAbi.ts";
import { townRegistryAbi } from "../abis/townRegistryAbi.ts";
import type { Deployment } from "../deployment/Deployment.ts";
import type { Acceptance } from "../roles/acceptance.ts";
import { type Step, toStep } from "../Step.ts";

/** Head office appoints a country's ambassador, who has accepted; the first one opens the country. */
export function appointCountryAmbassador(
  deployment: Deployment,
  country: number,
  wallet: Address,
  acceptance: Acceptance,
): Step {
  return toStep(deployment.addresses.TownRegistry, townRegistryAbi, "appointCountryAmbassador", [
    country,
    wallet,
    acceptance,
  ]);
}

/** The person whom head office names as a resident of a town; `residentUntil` in seconds. */
export type Nominee = { wallet: Address; residentUntil: number; personId: Hex };

/** Head office founds a town, whose first ambassador, who has accepted, becomes its first resident. */
export function foundTown(
  deployment: Deployment,
  town: { country: number; currency: Address; name: string; ambassador: Nominee; acceptance: Acceptance },
): Step {
  return toStep(deployment.addresses.TownRegistry, townRegistryAbi, "foundTown", [
    town.country,
    town.currency,
    town.name,
    town.ambassador,
    town.acceptance,
  ]);
}

/** The Town Ambassador attests one whom they have named for first registrar. */
export function attestFirstRegistrar(deployment: Deployment, town: number, nominee: Nominee): Step {
  return toStep(deployment.addresses.MemberRegistry, memberRegistryAbi, "attestFirstRegistrar", [
    town,
    nominee.wallet,
    nominee.residentUntil,
    nominee.personId,
  ]);
}

/** An ambassador proposes a higher limit of new persons a week; `office` is their role. */
export function proposeAttestationLimit(deployment: Deployment, office: Hex, aWeek: number): Step {
  return toStep(deployment.addresses.TownRegistry, townRegistryAbi, "proposeAttestationLimit", [office, aWeek]);
}

/** The second key raises the limit to exactly what was proposed: for a town the Country Ambassador, for a country head office. */
export function confirmAttestationLimit(deployment: Deployment, office: Hex, aWeek: number): Step {
  return toStep(deployment.addresses.TownRegistry, townRegistryAbi, "confirmAttestationLimit", [office, aWeek]);
}

/** What a registrar states about one resident; `residentUntil` in seconds, `joins` as a member. */
export type Attestation = { wallet: Address; residentUntil: number; joins: boolean; personId: Hex };

/** A registrar attests residents and admits those who join; whom the contract cannot attest it skips, with an event. */
export function attestResidents(deployment: Deployment, town: number, attestations: readonly Attestation[]): Step {
  return toStep(deployment.addresses.MemberRegistry, memberRegistryAbi, "attest", [town, attestations]);
}

/** What a Country Ambassador states about a person who lives in no registered town. */
export type Outsider = { wallet: Address; country: number; personId: Hex };

/** A Country Ambassador attests persons who live in no registered town, of any country. */
export function attestOutsiders(deployment: Deployment, ambassadorOf: number, outsiders: readonly Outsider[]): Step {
  return toStep(deployment.addresses.MemberRegistry, memberRegistryAbi, "attestOutsiders", [ambassadorOf, outsiders]);
}
