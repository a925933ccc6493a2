import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import type { Document } from "@one-small-town/core/documents/Document.ts";
import type { BusinessKind } from "@one-small-town/core/projects/projects.ts";
import { approveManagement, fundProject, planProject, proposeManagement } from "@one-small-town/core/projects/steps.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { grantRole } from "@one-small-town/core/roles/steps.ts";
import type { Signer } from "ethers";
import type { Address } from "viem";
import { contractsOf } from "./contractsOf.ts";
import { proposeIdea } from "./proposeIdea.ts";
import { send } from "./send.ts";

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
