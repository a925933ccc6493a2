import { type Benefit, type BenefitWords, writeBenefitWords } from "@one-small-town/core/hours/benefits.ts";
import { listBenefit as listStep } from "@one-small-town/core/hours/steps.ts";
import { benefitKinds } from "@one-small-town/core/rules/enumerations.ts";
import type { Town } from "../chain/members/Town.ts";
import { serveWords } from "../content/words/serve.ts";
import { isSteward } from "./redeemServings.ts";
import type { Transaction } from "./Transaction.ts";

export type NewBenefit = Pick<Benefit, "kind" | "perShift" | "units" | "validWeeks"> & {
  town: Town;
  words: BenefitWords;
};

/** A steward puts on the town's list what active weeks give from now on. */
export const listBenefit: Transaction<NewBenefit> = {
  title: ({ words, town }) => serveWords.listTitle(words.title, town.name),
  done: ({ words }) => serveWords.listed(words.title),
  check: async (actor, { town }) => ((await isSteward(actor, town.id)) ? null : serveWords.notSteward(town.name)),

  steps: ({ system }, { town, kind, perShift, units, validWeeks, words }) => {
    const terms = { kind: benefitKinds.indexOf(kind), perShift, units, validWeeks };
    const step = listStep(system.deployment, town.id, terms, writeBenefitWords(words));
    return Promise.resolve([{ label: serveWords.listTitle(words.title, town.name), step }]);
  },

  /** Weeks that count already give it too. */
  after: ["benefits"],
};
