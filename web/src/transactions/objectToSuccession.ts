import { objectToSuccession as objectStep } from "@one-small-town/core/members/steps.ts";
import { readOwnCase } from "../chain/decisions/ownCaseQuery.ts";
import { readBlock } from "../chain/readBlock.ts";
import type { OpenSuccession } from "../chain/decisions/ownCaseQuery.ts";
import { decisionWords } from "../content/words/decisions.ts";
import type { Transaction } from "./Transaction.ts";

/** Who still has their wallet says so, and nobody takes over. */
export const objectToSuccession: Transaction<OpenSuccession> = {
  title: () => decisionWords.objectMoveTitle,
  done: () => decisionWords.objectMoveDone,

  async check({ system, address }, { id }) {
    const [{ succession }, { timestamp }] = await Promise.all([readOwnCase(system, address), readBlock(system.client)]);
    if (succession?.id !== id) return decisionWords.moveGone;
    if (succession.isSecond) return decisionWords.moveSecond;
    return timestamp < succession.objectUntil ? null : decisionWords.moveOver;
  },

  steps: ({ system }, { id }) =>
    Promise.resolve([{ label: decisionWords.objectMoveTitle, step: objectStep(system.deployment, id) }]),

  /** What was asked for ends, and others can claim for the person again; nothing else of the record changes. */
  after: ["persons"],
};
