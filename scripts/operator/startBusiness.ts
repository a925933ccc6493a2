import type { Signer } from "ethers";
import type { Address } from "viem";
import type { Deployment } from "../../web/src/lib/deployment/Deployment.ts";
import type { projectKinds } from "../../web/src/lib/projects/projectKinds.ts";
import { roleIds } from "../../web/src/lib/roles/roleIds.ts";
import type { Document } from "../../web/src/lib/steps/Document.ts";
import { approveManagement } from "../../web/src/lib/steps/projects/approveManagement.ts";
import { fundProject } from "../../web/src/lib/steps/projects/fundProject.ts";
import { planProject } from "../../web/src/lib/steps/projects/planProject.ts";
import { proposeManagement } from "../../web/src/lib/steps/projects/proposeManagement.ts";
import { grantRole } from "../../web/src/lib/steps/roles/grantRole.ts";
import { contractsOf } from "./contractsOf.ts";
import { proposeIdea } from "./proposeIdea.ts";
import { send } from "./send.ts";

export type NewBusiness = {
  town: number;
  kind: Extract<(typeof projectKinds)[number], "community" | "cornerstone">;
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
