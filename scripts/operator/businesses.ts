import { projectRegistryAbi } from "@one-small-town/core/abis/projectRegistryAbi.ts";
import { shareOfferingAbi } from "@one-small-town/core/abis/shareOfferingAbi.ts";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import type { Document } from "@one-small-town/core/documents/Document.ts";
import { encode } from "@one-small-town/core/enumerations.ts";
import type { Deed } from "@one-small-town/core/profit/Deed.ts";
import { approveDeed, proposeDeed } from "@one-small-town/core/profit/steps.ts";
import type { BusinessKind } from "@one-small-town/core/projects/projects.ts";
import {
  approveManagement,
  fundProject,
  planProject,
  proposeManagement,
  proposeProject,
} from "@one-small-town/core/projects/steps.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { grantRole } from "@one-small-town/core/roles/steps.ts";
import { type ProjectKind, projectKinds } from "@one-small-town/core/rules/enumerations.ts";
import { approveOffering, proposeOffering } from "@one-small-town/core/shares/steps.ts";
import type { Terms } from "@one-small-town/core/shares/Terms.ts";
import type { Signer } from "ethers";
import type { Address } from "viem";
import { contractsOf, interfaceOf } from "./contracts.ts";
import { eventsOf, send } from "./send.ts";

export type Idea = { town: number; kind: ProjectKind; metadata: Document; member: Signer };

/** A member proposes a project. Returns its id. */
export async function proposeIdea(deployment: Deployment, { town, kind, metadata, member }: Idea): Promise<bigint> {
  const receipt = await send(member, proposeProject(deployment, town, encode(projectKinds, kind), metadata));
  const [event] = eventsOf(receipt, interfaceOf(projectRegistryAbi), "ProjectProposed");
  return event?.args["project"];
}

export type NewBusiness = {
  town: number;
  kind: BusinessKind;
  metadata: Document;
  plan: Document;
  pack: Document;
  member: Signer;
  townAmbassador: Signer;
  countryAmbassador: Signer;
  manager: Address;
  payout: Address;
};

/**
 * A member proposes a business; the ambassadors take it to the funding stage and agree on who runs it. Returns its id.
 */
export async function startBusiness(deployment: Deployment, business: NewBusiness): Promise<bigint> {
  const { town, townAmbassador, countryAmbassador, manager, payout } = business;
  const { authority } = contractsOf(deployment, townAmbassador);
  const id = await proposeIdea(deployment, business);
  await send(townAmbassador, planProject(deployment, id, business.plan));
  await send(townAmbassador, fundProject(deployment, id, business.pack));
  if (!(await authority.hasRole(roleIds.projectManager(town), manager))) {
    await send(townAmbassador, grantRole(deployment, roleIds.projectManager(town), manager));
  }
  await send(townAmbassador, proposeManagement(deployment, id, manager, payout));
  await send(countryAmbassador, approveManagement(deployment, id, manager, payout));
  return id;
}

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
