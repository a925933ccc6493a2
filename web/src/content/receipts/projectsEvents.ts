import { msg } from "@lingui/core/macro";
import type { projectRegistryEvents as abi } from "@one-small-town/core/abis/projectRegistryEvents.ts";
import type { Sentences } from "./Sentence.ts";

export const projectRegistrySentences: Sentences<typeof abi> = {
  ManagementChanged: ({ project, manager, payout }, known) =>
    msg`${known.who(manager)} now runs ${known.project(project)}. Its money goes to ${known.who(payout)}.`,
  ManagementProposed: ({ project, manager, payout }, known) =>
    msg`It was proposed that ${known.who(manager)} runs ${known.project(project)}, and that its money goes to ${known.who(payout)}.`,
  ManagementWithdrawn: ({ project, manager, payout }, known) =>
    msg`It was taken back that ${known.who(manager)} shall run ${known.project(project)}, and that its money shall go to ${known.who(payout)}.`,
  ProjectClosed: ({ project }, known) => msg`${known.project(project)} was closed.`,
  ProjectFunding: ({ project }, known) => msg`${known.project(project)} began to look for money.`,
  ProjectOperating: ({ project }, known) => msg`${known.project(project)} began its work.`,
  ProjectPlanned: ({ project }, known) => msg`${known.project(project)} has a new plan.`,
  ProjectProposed: ({ project, town, by }, known) =>
    msg`${known.who(by)} proposed ${known.project(project)} to ${known.town(town)}.`,
};
