import type { Address, Hex } from "viem";
import { memberRegistryAbi } from "../abis/memberRegistryAbi.ts";
import { successionAbi } from "../abis/successionAbi.ts";
import { townRegistryAbi } from "../abis/townRegistryAbi.ts";
import type { Deployment } from "../deployment/Deployment.ts";
import type { Document } from "../documents/Document.ts";
import type { Acceptance } from "../roles/acceptance.ts";
import { type Step, toStep } from "../Step.ts";
import type { Admission } from "./signedWords.ts";

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

/** Head office appoints a resident for ambassador of their town, who has accepted. */
export function appointTownAmbassador(
  deployment: Deployment,
  town: number,
  wallet: Address,
  acceptance: Acceptance,
): Step {
  return toStep(deployment.addresses.TownRegistry, townRegistryAbi, "appointTownAmbassador", [
    town,
    wallet,
    acceptance,
  ]);
}

/** Head office appoints somebody whom no registrar has attested, who has accepted, and attests them. */
export function appointNominee(deployment: Deployment, town: number, nominee: Nominee, acceptance: Acceptance): Step {
  return toStep(deployment.addresses.TownRegistry, townRegistryAbi, "appointNominee", [town, nominee, acceptance]);
}

/** Head office removes a country's ambassador, at once. */
export function removeCountryAmbassador(deployment: Deployment, country: number): Step {
  return toStep(deployment.addresses.TownRegistry, townRegistryAbi, "removeCountryAmbassador", [country]);
}

/** Head office removes a town's ambassador, at once. */
export function removeTownAmbassador(deployment: Deployment, town: number): Step {
  return toStep(deployment.addresses.TownRegistry, townRegistryAbi, "removeTownAmbassador", [town]);
}

/** Head office takes an appointment back whose powers have not begun; `office` is the ambassador's role. */
export function takeBackAppointment(deployment: Deployment, office: Hex): Step {
  return toStep(deployment.addresses.TownRegistry, townRegistryAbi, "takeBackAppointment", [office]);
}

/** The Country Ambassador states the legal entity of their country. */
export function setLegalEntity(
  deployment: Deployment,
  entity: { country: number; name: string; registrationNumber: string; document: Document },
): Step {
  return toStep(deployment.addresses.TownRegistry, townRegistryAbi, "setLegalEntity", [
    entity.country,
    entity.name,
    entity.registrationNumber,
    entity.document,
  ]);
}

/** The Town Ambassador states the town's plan of the next twelve months. */
export function setPlan(deployment: Deployment, town: number, plan: Document): Step {
  return toStep(deployment.addresses.TownRegistry, townRegistryAbi, "setPlan", [town, plan]);
}

/** The Town Ambassador records that a step of the launch is done; steps count from 1. */
export function recordLaunchStep(deployment: Deployment, town: number, step: number, evidence: Document): Step {
  return toStep(deployment.addresses.TownRegistry, townRegistryAbi, "recordLaunchStep", [town, step, evidence]);
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

/** An ambassador lowers the limit of new persons a week, at once. */
export function lowerAttestationLimit(deployment: Deployment, office: Hex, aWeek: number): Step {
  return toStep(deployment.addresses.TownRegistry, townRegistryAbi, "lowerAttestationLimit", [office, aWeek]);
}

/** An ambassador takes back a limit that they proposed. */
export function takeBackAttestationLimit(deployment: Deployment, office: Hex): Step {
  return toStep(deployment.addresses.TownRegistry, townRegistryAbi, "takeBackAttestationLimit", [office]);
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

/** Anyone sends a registrar's signed admission, by which a person is attested and joins. */
export function joinTown(deployment: Deployment, admission: Admission, registrar: Address, signature: Hex): Step {
  return toStep(deployment.addresses.MemberRegistry, memberRegistryAbi, "join", [admission, registrar, signature]);
}

/** A registrar revokes an admission that they signed. */
export function revokeAdmission(deployment: Deployment, admission: Admission): Step {
  return toStep(deployment.addresses.MemberRegistry, memberRegistryAbi, "revokeAdmission", [admission]);
}

/** A person says that they move: to a town of this system, or, with town 0, to a country; the present place takes it back. */
export function moveHouse(deployment: Deployment, toTown: number, toCountry: number): Step {
  return toStep(deployment.addresses.MemberRegistry, memberRegistryAbi, "moveHouse", [toTown, toCountry]);
}

/** A member leaves the contribution force. */
export function resign(deployment: Deployment): Step {
  return toStep(deployment.addresses.MemberRegistry, memberRegistryAbi, "resign", []);
}

/** A registrar proposes to suspend somebody, with the hash of the reason. */
export function proposeSuspension(deployment: Deployment, wallet: Address, reason: Hex): Step {
  return toStep(deployment.addresses.MemberRegistry, memberRegistryAbi, "proposeSuspension", [wallet, reason]);
}

/** The Town Ambassador confirms exactly the suspension that was proposed. */
export function confirmSuspension(deployment: Deployment, wallet: Address, reason: Hex): Step {
  return toStep(deployment.addresses.MemberRegistry, memberRegistryAbi, "confirmSuspension", [wallet, reason]);
}

/** The registrar takes back a suspension that waits for the Town Ambassador. */
export function takeBackSuspension(deployment: Deployment, wallet: Address): Step {
  return toStep(deployment.addresses.MemberRegistry, memberRegistryAbi, "takeBackSuspension", [wallet]);
}

/** The Country Ambassador reverses a suspension. */
export function reinstate(deployment: Deployment, wallet: Address): Step {
  return toStep(deployment.addresses.MemberRegistry, memberRegistryAbi, "reinstate", [wallet]);
}

/** A person names who gets what is theirs after their death; by this a contract says that it is a person's wallet. */
export function setNominee(deployment: Deployment, nominee: Address): Step {
  return toStep(deployment.addresses.Succession, successionAbi, "setNominee", [nominee]);
}

/** A registrar, or of a person of no town the Country Ambassador, proposes the new wallet, which has signed for it. */
export function proposeMove(
  deployment: Deployment,
  move: { wallet: Address; newWallet: Address; deadline: bigint; signature: Hex },
): Step {
  return toStep(deployment.addresses.Succession, successionAbi, "proposeMove", [
    move.wallet,
    move.newWallet,
    move.deadline,
    move.signature,
  ]);
}

/** The same proposes that an heir follows a person who has died, with the hash of the document that proves it. */
export function proposeClosing(deployment: Deployment, wallet: Address, heir: Address, evidence: Hex): Step {
  return toStep(deployment.addresses.Succession, successionAbi, "proposeClosing", [wallet, heir, evidence]);
}

/** A key confirms a succession after its days; the last one moves the shares of these tokens too. */
export function confirmSuccession(deployment: Deployment, wallet: Address, id: Hex, tokens: readonly Address[]): Step {
  return toStep(deployment.addresses.Succession, successionAbi, "confirm", [wallet, id, tokens]);
}

/** A key, or a registrar, refuses a succession. */
export function refuseSuccession(deployment: Deployment, wallet: Address, id: Hex): Step {
  return toStep(deployment.addresses.Succession, successionAbi, "refuse", [wallet, id]);
}

/** The wallet that is said to be lost objects, the caller's. */
export function objectToSuccession(deployment: Deployment, id: Hex): Step {
  return toStep(deployment.addresses.Succession, successionAbi, "object", [id]);
}

/** Anyone sends the objection that the wallet has signed. */
export function objectToSuccessionWithSignature(
  deployment: Deployment,
  wallet: Address,
  id: Hex,
  signature: Hex,
): Step {
  return toStep(deployment.addresses.Succession, successionAbi, "objectWithSignature", [wallet, id, signature]);
}

/** Anyone lets proposals go that have ended, so that their proposers may make others. */
export function forgetSuccessions(deployment: Deployment, wallets: readonly Address[]): Step {
  return toStep(deployment.addresses.Succession, successionAbi, "forget", [wallets]);
}
