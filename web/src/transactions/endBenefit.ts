import type { Benefit } from "@one-small-town/core/hours/benefits.ts";
import { endBenefit as endStep } from "@one-small-town/core/hours/steps.ts";
import type { Town } from "../chain/members/Town.ts";
import { serveWords } from "../content/words/serve.ts";
import { isSteward } from "./redeemServings.ts";
import type { Transaction } from "./Transaction.ts";

export type Ending = { town: Town; benefit: Benefit; name: string; lastWeekIndex: number };

/** A steward ends a benefit: weeks after the last one give it no more. */
export const endBenefit: Transaction<Ending> = {
  title: ({ name }) => serveWords.endTitle(name),
  done: ({ name, lastWeekIndex }) => serveWords.ended(name, lastWeekIndex),
  check: async (actor, { town }) => ((await isSteward(actor, town.id)) ? null : serveWords.notSteward(town.name)),

  steps: ({ system }, { name, benefit, lastWeekIndex }) =>
    Promise.resolve([
      { label: serveWords.endTitle(name), step: endStep(system.deployment, BigInt(benefit.id), lastWeekIndex) },
    ]),

  /** What was worked for until then stays. */
  after: ["benefits"],
};
