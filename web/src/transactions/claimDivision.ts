import { finalDivisionViews } from "@one-small-town/core/abis/finalDivisionViews.ts";
import { claimDivision as claimStep, claimKeptDivision } from "@one-small-town/core/profit/steps.ts";
import type { Town } from "../chain/members/Town.ts";
import { readNow } from "../chain/readNow.ts";
import { money } from "../content/format.ts";
import { decisionWords } from "../content/words/decisions.ts";
import type { Transaction } from "./Transaction.ts";

/** A part of what a town left; `division` is null for parts that the currency once refused. */
export type PartClaim = { town: Town; number: number; division: bigint | null; amount: bigint };

/** Pays a member their part of the money of a town that lost its keys. */
export const claimDivision: Transaction<PartClaim> = {
  title: titleOf,
  done: ({ town }) => decisionWords.claimPartDone(town.name),
  told: async (actor, { town }, hashes) => {
    const { tellPaid } = await import("./tellPaid.ts");
    return tellPaid(actor, [town.currency], hashes);
  },

  async check({ system }, { town, number, division }) {
    const views = { address: system.deployment.addresses.FinalDivision, abi: finalDivisionViews } as const;
    const [kept, isPaid] = await readNow(system, [
      { ...views, functionName: "keptOf", args: [town.id, BigInt(number)] },
      { ...views, functionName: "isPaid", args: [division ?? 1n, number] },
    ]);
    return (division === null ? kept === 0n : isPaid) ? decisionWords.partPaid : null;
  },

  steps: ({ system: { deployment } }, claim) => {
    const { town, number, division } = claim;
    const step =
      division === null ? claimKeptDivision(deployment, town.id, number) : claimStep(deployment, division, [number]);
    return Promise.resolve([{ label: titleOf(claim), step }]);
  },

  /** The part is paid, or kept where the currency refuses it. */
  after: ["funds", "money"],
};

function titleOf({ amount, town }: PartClaim) {
  return decisionWords.claimPartTitle(money(amount, town.currency), town.name);
}
