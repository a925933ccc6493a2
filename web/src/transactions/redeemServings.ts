import { authorityViews } from "@one-small-town/core/abis/authorityViews.ts";
import { batchesOf, lastOfEach } from "@one-small-town/core/hours/benefits.ts";
import { redeemBenefits } from "@one-small-town/core/hours/steps.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { readNow } from "../chain/readNow.ts";
import type { Town } from "../chain/members/Town.ts";
import { serveWords } from "../content/words/serve.ts";
import { markSent, type Serving } from "./servings.ts";
import type { Actor, Transaction } from "./Transaction.ts";

export type Day = { town: Town; servings: readonly Serving[] };

/** A steward hands in what members signed for: a kitchen's day, in one batch where it fits. */
export const redeemServings: Transaction<Day> = {
  title: (day) => serveWords.sendTitle(unitsOf(day), day.town.name),
  done: (day) => serveWords.sent(unitsOf(day)),
  check: async (actor, { town }) => ((await isSteward(actor, town.id)) ? null : serveWords.notSteward(town.name)),

  /** Marked before the wallet asks: a page that is closed meanwhile then knows whose doing it was. */
  steps: ({ system }, { town, servings }) => {
    const batches = batchesOf(lastOfEach(servings));
    markSent(system, town.id, servings);
    return Promise.resolve(
      batches.map((batch) => ({
        label: serveWords.sendStep(batch.length),
        step: redeemBenefits(
          system.deployment,
          batch.map(({ benefit, weekIndex, number, cumulativeUnits, signature }) => ({
            benefit: BigInt(benefit),
            weekIndex,
            number,
            cumulativeUnits,
            signature,
          })),
        ),
      })),
    );
  },

  /** Only what was handed out is counted up. */
  after: ["benefits"],
};

function unitsOf({ servings }: Day): number {
  return servings.reduce((sum, { units }) => sum + units, 0);
}

/** Whether somebody is a steward of a town now. */
export async function isSteward({ system, address }: Actor, town: number): Promise<boolean> {
  const authority = { address: system.deployment.addresses.Authority, abi: authorityViews } as const;
  const view = { ...authority, functionName: "acts", args: [roleIds.steward(town), address] } as const;
  return (await readNow(system, [view]))[0];
}
