import type { Document } from "@one-small-town/core/documents/Document.ts";
import { planProject } from "@one-small-town/core/projects/steps.ts";
import type { Town } from "../chain/members/Town.ts";
import { ideasWords } from "../content/words/ideas.ts";
import { launchWords } from "../content/words/launch.ts";
import { isTownAmbassador } from "./isTownAmbassador.ts";
import type { Transaction } from "./Transaction.ts";

/** The Town Ambassador plans a member's idea, with its plan as a document. */
export const planIdea: Transaction<{ town: Town; project: bigint; title: string; plan: Document }> = {
  title: ({ title }) => ideasWords.planTitle(title),
  done: ({ title }) => ideasWords.planned(title),
  check: async (actor, { town }) => ((await isTownAmbassador(actor, town.id)) ? null : launchWords.notYours(town.name)),
  steps: ({ system }, { project, title, plan }) =>
    Promise.resolve([
      {
        label: ideasWords.planTitle(title),
        step: planProject(system.deployment, project, plan),
      },
    ]),
  after: ["projects"],
};
