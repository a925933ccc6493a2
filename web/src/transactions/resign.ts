import { memberRegistryViews } from "@one-small-town/core/abis/memberRegistryViews.ts";
import { resign as resignStep } from "@one-small-town/core/members/steps.ts";
import type { Town } from "../chain/members/Town.ts";
import { readNow } from "../chain/readNow.ts";
import { decisionWords } from "../content/words/decisions.ts";
import type { Transaction } from "./Transaction.ts";

/** A member leaves the contribution force of their town. */
export const resign: Transaction<Town> = {
  title: ({ name }) => decisionWords.leaveTitle(name),
  done: ({ name }) => decisionWords.leaveDone(name),

  async check({ system, address }, { id }) {
    const registry = { address: system.deployment.addresses.MemberRegistry, abi: memberRegistryViews } as const;
    const [isMember] = await readNow(system, [{ ...registry, functionName: "isMember", args: [address, id] }]);
    return isMember ? null : decisionWords.leaveNot;
  },

  steps: ({ system }, { name }) =>
    Promise.resolve([{ label: decisionWords.leaveTitle(name), step: resignStep(system.deployment) }]),

  /** They are no member any more; what they have stays theirs. */
  after: ["persons"],
};
