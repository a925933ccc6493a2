import { takeBackAttestationLimit } from "@one-small-town/core/members/steps.ts";
import { cancelSpending, withdrawDeed } from "@one-small-town/core/profit/steps.ts";
import { withdrawManagement } from "@one-small-town/core/projects/steps.ts";
import { takeBackNaming } from "@one-small-town/core/roles/steps.ts";
import {
  revokeRelease,
  withdrawAgreement,
  withdrawCallOff,
  withdrawOffering,
} from "@one-small-town/core/shares/steps.ts";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import type { Step } from "@one-small-town/core/Step.ts";
import { isAddressEqual } from "viem";
import type { Asked } from "../chain/roles/Proposal.ts";
import { proposalWords } from "../content/words/proposals.ts";
import { nameOf, proposalStanding, type ShownProposal } from "./proposalStanding.ts";
import type { Transaction } from "./Transaction.ts";

/** Who asked for something takes it back, while nobody has agreed to it. */
export const takeBackProposal: Transaction<ShownProposal> = {
  title: (shown) => proposalWords.takeBackTitle(nameOf(shown)),
  done: (shown) => proposalWords.takenBack(nameOf(shown)),

  async check({ system, address }, shown) {
    const { obstacle } = await proposalStanding(system, shown);
    if (obstacle !== null) return obstacle;
    return isAddressEqual(shown.proposal.by, address) ? null : proposalWords.notYours;
  },

  steps: ({ system }, shown) => {
    const step = takingBack(system.deployment, shown.proposal.asked);
    return Promise.resolve([{ label: proposalWords.takeBackTitle(nameOf(shown)), step }]);
  },

  /** It is off the list, wherever it stood; nothing else changes. */
  after: ["roles", "towns", "projects", "offerings", "sales", "releases", "profits", "funds"],
};

function takingBack(deployment: Deployment, asked: Asked): Step {
  switch (asked.kind) {
    case "key":
      return takeBackNaming(deployment, asked.role, asked.wallet);
    case "limit":
      return takeBackAttestationLimit(deployment, asked.office);
    case "management":
      return withdrawManagement(deployment, asked.project.id);
    case "deed":
      return withdrawDeed(deployment, asked.project.id);
    case "offering":
      return withdrawOffering(deployment, asked.project.id);
    case "release":
      return revokeRelease(deployment, asked.offering);
    case "callOff":
      return withdrawCallOff(deployment, asked.offering);
    case "windUp":
      return withdrawAgreement(deployment, asked.offering);
  }
  return cancelSpending(deployment, asked.id);
}
