import type { MessageDescriptor } from "@lingui/core";
import { memberRegistryViews } from "@one-small-town/core/abis/memberRegistryViews.ts";
import { objectToSpendings as objectStep } from "@one-small-town/core/profit/steps.ts";
import { type SpendingVoice, spendingVoice } from "@one-small-town/core/profit/spendingVoice.ts";
import { isAddressEqual } from "viem";
import { readSpendingDecisions, type SpendingDecision } from "../chain/decisions/townDecisionsQuery.ts";
import type { Town } from "../chain/members/Town.ts";
import { readBlock } from "../chain/readBlock.ts";
import { readNow } from "../chain/readNow.ts";
import { hoursOf, listOf } from "../content/format.ts";
import { weekRange } from "../content/weeks.ts";
import { decisionWords } from "../content/words/decisions.ts";
import type { Transaction } from "./Transaction.ts";

/** Which payments a member number says no to; each with a name for people. */
export type SpendingObjection = { town: Town; number: number; spendings: readonly { id: bigint; name: string }[] };

/** A member says no to one payment out of a fund, or to several at once. */
export const objectToSpendings: Transaction<SpendingObjection> = {
  title: (input) => decisionWords.objectTitle(namesOf(input)),
  done: (input) => decisionWords.objectDone(namesOf(input)),

  async check({ system, address }, { town, number, spendings }) {
    const registry = { address: system.deployment.addresses.MemberRegistry, abi: memberRegistryViews } as const;
    const [open, [[wallet]], { timestamp }] = await Promise.all([
      readSpendingDecisions(system, town, number),
      readNow(system, [{ ...registry, functionName: "memberAt", args: [town.id, BigInt(number)] }]),
      readBlock(system.client),
    ]);
    if (!isAddressEqual(wallet, address)) return decisionWords.notYours;
    const problems = spendings.map(({ id, name }) => {
      const fresh = open.find((one) => one.id === id);
      return fresh === undefined ? decisionWords.goneSpending(name) : whyNot(fresh, { name, town, now: timestamp });
    });
    return problems.find((words) => words !== null) ?? null;
  },

  steps: ({ system }, input) => {
    const ids = input.spendings.map(({ id }) => id);
    const step = objectStep(system.deployment, input.town.id, input.number, ids);
    return Promise.resolve([{ label: decisionWords.objectTitle(namesOf(input)), step }]);
  },

  /** Votes are counted, and with enough of them a payment is off the list; no money moves. */
  after: ["funds"],
};

function namesOf({ spendings }: SpendingObjection): string {
  return listOf(spendings.map(({ name }) => name));
}

/** How a member stands with a payment now. */
export function voiceOf({ payableFrom, vote, deciding, hasObjected }: SpendingDecision, now: number): SpendingVoice {
  const quarters = deciding?.quarters ?? 0;
  return spendingVoice({ payableFrom, isAsked: vote !== null, quarters, hasObjected }, now);
}

function whyNot(
  spending: SpendingDecision,
  { name, town, now }: { name: string; town: Town; now: number },
): MessageDescriptor | null {
  const { deciding } = spending;
  const [hours, week] = [hoursOf(deciding?.quarters ?? 0), weekRange(deciding?.weekIndex ?? 0)];
  const words: Record<SpendingVoice, MessageDescriptor | null> = {
    waits: decisionWords.waits,
    notAsked: decisionWords.notAsked(town.name),
    notElector: decisionWords.notElector(hours, week),
    objected: decisionWords.objectedNow(name),
    over: decisionWords.overNow(name),
    open: null,
  };
  return words[voiceOf(spending, now)];
}
