import { msg } from "@lingui/core/macro";
import { zeroAddress } from "viem";
import type { MessageDescriptor } from "@lingui/core";
import { decode } from "@one-small-town/core/enumerations.ts";
import { type ProjectStage, projectStages } from "@one-small-town/core/rules/enumerations.ts";
import { shortAddress } from "@one-small-town/core/text.ts";
import type { ErrorName, Sentences } from "./Sentence.ts";

type ProjectsError = Extract<ErrorName, `ProjectRegistry${string}`>;

export const projectsErrors: Sentences<ProjectsError> = {
  ProjectRegistryBadPayout: ([payout]) =>
    msg`The project cannot be paid at the wallet ${shortAddress(payout)}. Choose a wallet of a person or company that holds none of the key roles.`,
  ProjectRegistryNoDocument: () => msg`A document is missing. Choose the file, then try again.`,
  ProjectRegistryNoSuchProject: () => msg`There is no such project. Choose a project from the list of the town.`,
  ProjectRegistryNotABusiness: () =>
    msg`This project is not a business. It can sell no shares and needs no manager. Choose a business.`,
  ProjectRegistryNotMember: () =>
    msg`Only members of this town can do this. Ask at the town office to become a member.`,
  ProjectRegistryNotProjectManager: ([, manager]) =>
    msg`The wallet ${shortAddress(manager)} is no project manager of this town. The Town Ambassador must give it that role first.`,
  ProjectRegistryNotProposed: ([, manager, payout]) =>
    manager === zeroAddress
      ? msg`Nothing waits for an approval here, so there is nothing to take back. Load the page again.`
      : msg`Nobody proposed ${shortAddress(manager)} as manager with ${shortAddress(payout)} as the wallet to be paid. Or it was too long ago, or by somebody who has left office. Look at what was proposed, and approve just that.`,
  ProjectRegistryWrongStage: ([, stage]) => wrongStage(decode(projectStages, stage)),
};

function wrongStage(stage: ProjectStage): MessageDescriptor {
  const words: Record<typeof stage, MessageDescriptor> = {
    none: msg`There is no such project. Choose a project from the list of the town.`,
    idea: msg`This project is still an idea. It needs a plan first.`,
    planned: msg`This project is planned, and not open to money yet. Move it to the next stage first.`,
    funding: msg`This project is raising its money now. Go on when the sale of its shares is over.`,
    operating: msg`This project is at work now. It is too late for this step.`,
    closed: msg`This project is closed. Nothing in it can change any more.`,
  };
  return words[stage];
}
