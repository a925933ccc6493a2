import { claimBatches } from "@one-small-town/core/hours/claimBatches.ts";
import { claimHours } from "@one-small-town/core/hours/steps.ts";
import { encodeFunctionData, type Hex } from "viem";
import { readUnpaid } from "../chain/hours/unpaidQuery.ts";
import type { Town } from "../chain/members/Town.ts";
import { timesheetWords } from "../content/words/timesheet.ts";
import { callOf } from "./callOf.ts";
import type { Actor, NamedStep, Transaction } from "./Transaction.ts";

/** Whom to pay, and the calls, hashed as `callOf` does, that this device has sent and the chain has not confirmed yet. */
export type Payday = { town: Pick<Town, "id" | "name">; underWay: readonly Hex[] };

/**
 * Anybody pays every member of a town what they earned, in as many batches as it takes. What was paid is left out when
 * somebody goes on later, and so is a batch that is under way.
 */
export const payMembers: Transaction<Payday> = {
  title: ({ town }) => timesheetWords.payTitle(town.name),
  done: () => timesheetWords.payDone,

  async check(actor, { town, underWay }) {
    const all = await batchesLeft(actor, town);
    if (all.length === 0) return timesheetWords.paidMeanwhile;
    return notSent(all, underWay).length === 0 ? timesheetWords.payUnderWay : null;
  },

  steps: async (actor, { town, underWay }) => notSent(await batchesLeft(actor, town), underWay),

  /** INFINITY goes to each, and cash, which a currency can refuse and the contract then keeps. */
  after: ["claims", "infinity", "money"],
};

async function batchesLeft({ system }: Actor, { id }: Payday["town"]): Promise<NamedStep[]> {
  const { ready, upTo } = await readUnpaid(system, id);
  const longest = Math.max(0, ...ready.map(({ timesheets }) => timesheets));
  const numbers = ready.map(({ number }) => number);
  return claimBatches(numbers, longest).map((batch) => ({
    label: timesheetWords.payStep(batch[0] ?? 0, batch.at(-1) ?? 0, batch.length),
    step: claimHours(system.deployment, id, batch, upTo),
  }));
}

function notSent(steps: readonly NamedStep[], underWay: readonly Hex[]): NamedStep[] {
  return steps.filter(({ step }) => !underWay.includes(callOf({ to: step.address, input: encodeFunctionData(step) })));
}
