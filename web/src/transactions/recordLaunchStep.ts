import type { Document } from "@one-small-town/core/documents/Document.ts";
import { recordLaunchStep as recordStep } from "@one-small-town/core/members/steps.ts";
import type { Town } from "../chain/members/Town.ts";
import { launchWords } from "../content/words/launch.ts";
import { isTownAmbassador } from "./isTownAmbassador.ts";
import type { Transaction } from "./Transaction.ts";

/** The Town Ambassador records that a step of the launch, counted from 1, is done. */
export const recordLaunchStep: Transaction<{ town: Town; step: number; evidence: Document }> = {
  title: ({ town, step }) => launchWords.recordTitle(step, town.name),
  done: ({ step }) => launchWords.recorded(step),
  check: async (actor, { town }) => ((await isTownAmbassador(actor, town.id)) ? null : launchWords.notYours(town.name)),
  steps: ({ system }, { town, step, evidence }) =>
    Promise.resolve([
      {
        label: launchWords.recordTitle(step, town.name),
        step: recordStep(system.deployment, town.id, step, evidence),
      },
    ]),
  after: ["launches"],
};
