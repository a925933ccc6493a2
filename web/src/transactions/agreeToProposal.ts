import { confirmAttestationLimit } from "@one-small-town/core/members/steps.ts";
import { approveDeed, approveSpending } from "@one-small-town/core/profit/steps.ts";
import { approveManagement } from "@one-small-town/core/projects/steps.ts";
import { confirmKey } from "@one-small-town/core/roles/steps.ts";
import { agreeWindUp, approveOffering, approveRelease, callOffOffering } from "@one-small-town/core/shares/steps.ts";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import type { Step } from "@one-small-town/core/Step.ts";
import { isAddressEqual } from "viem";
import type { Asked } from "../chain/roles/Proposal.ts";
import { proposalWords } from "../content/words/proposals.ts";
import { nameOf, proposalStanding, type ShownProposal } from "./proposalStanding.ts";
import type { Transaction } from "./Transaction.ts";

/** The second key agrees to just what was asked for: what it was shown travels with its word, as far as that is named. */
export const agreeToProposal: Transaction<ShownProposal> = {
  title: (shown) => proposalWords.agreeTitle(nameOf(shown)),
  done: (shown) => proposalWords.agreed(nameOf(shown)),

  async check({ system, address }, shown) {
    const { obstacle, holders } = await proposalStanding(system, shown);
    if (obstacle !== null) return obstacle;
    return isAddressEqual(holders[shown.proposal.awaits], address) ? null : proposalWords.notAwaited;
  },

  steps: ({ system }, shown) => {
    const step = agreement(system.deployment, shown.proposal.asked);
    return Promise.resolve([{ label: proposalWords.agreeTitle(nameOf(shown)), step }]);
  },

  /** By what was agreed to, a role, a limit, a business, a sale or a fund is another; no money moves yet. */
  after: ["roles", "towns", "projects", "offerings", "sales", "shares", "releases", "profits", "funds"],
};

function agreement(deployment: Deployment, asked: Asked): Step {
  switch (asked.kind) {
    case "key":
      return confirmKey(deployment, asked.role, asked.wallet);
    case "limit":
      return confirmAttestationLimit(deployment, asked.office, asked.aWeek);
    case "management":
      return approveManagement(deployment, asked.project.id, asked.manager, asked.payout);
    case "deed":
      return approveDeed(deployment, asked.project.id, asked.deed);
    case "offering":
      return approveOffering(deployment, asked.terms);
    case "release": {
      const { offering, project, tranche, evidence } = asked;
      const named = { offering, business: project.id, tranche: BigInt(tranche), evidence: evidence.hash };
      return approveRelease(deployment, named);
    }
    case "callOff":
      return callOffOffering(deployment, asked.offering);
    case "windUp":
      return agreeWindUp(deployment, asked.offering);
  }
  const { id, project, fromOffice, payee, amount, document } = asked;
  return approveSpending(deployment, id, { project: project.id, fromOffice, payee, amount, document: document.hash });
}
