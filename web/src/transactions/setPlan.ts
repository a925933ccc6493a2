import type { Document } from "@one-small-town/core/documents/Document.ts";
import { setPlan as setStep } from "@one-small-town/core/members/steps.ts";
import type { Town } from "../chain/members/Town.ts";
import { launchWords } from "../content/words/launch.ts";
import { isTownAmbassador } from "./isTownAmbassador.ts";
import type { Transaction } from "./Transaction.ts";

/** The Town Ambassador states the town's plan of the next twelve months. */
export const setPlan: Transaction<{ town: Town; plan: Document }> = {
  title: ({ town }) => launchWords.setTitle(town.name),
  done: ({ town }) => launchWords.set(town.name),
  check: async (actor, { town }) => ((await isTownAmbassador(actor, town.id)) ? null : launchWords.notYours(town.name)),
  steps: ({ system }, { town, plan }) =>
    Promise.resolve([{ label: launchWords.setTitle(town.name), step: setStep(system.deployment, town.id, plan) }]),
  after: ["launches"],
};
