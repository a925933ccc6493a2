import { contributionsAbi } from "@one-small-town/core/abis/contributionsAbi.ts";
import { INFINITY_DECIMALS } from "@one-small-town/core/hours/timesheet.ts";
import { readNow } from "../chain/readNow.ts";
import { readClaimable } from "../chain/shares/readClaimable.ts";
import { listOf } from "../content/format.ts";
import { hoursWords } from "../content/words/hours.ts";
import { transactionWords } from "../content/words/transactions.ts";
import { type Claim, claimAmounts, claimSteps } from "./claimSteps.ts";
import type { Actor, NamedStep, Transaction } from "./Transaction.ts";

/** Pays a member everything they are owed: their weeks, their dividends, and cash that was kept for them. */
export const claimEverything: Transaction<Claim> = {
  title: (claim) => hoursWords.claimTitle(listOf(claimAmounts(claim))),
  done: () => transactionWords.claimSent,
  told: async (actor, { town, dividends }, hashes) => {
    const { InfinityToken: address } = actor.system.deployment.addresses;
    const infinity = { address, symbol: "INFINITY", decimals: INFINITY_DECIMALS };
    const units = [infinity, town.currency, ...dividends.map(({ token }) => token.currency)];
    const { tellPaid } = await import("./tellPaid.ts");
    return tellPaid(actor, units, hashes);
  },
  check: async (actor, claim) => ((await stepsLeft(actor, claim)).length === 0 ? hoursWords.paidMeanwhile : null),
  steps: stepsLeft,

  /**
   * Hours are paid in INFINITY, which was made when the week was finalised, and in cash, which a currency can refuse and
   * the contract then keeps; dividends on top. The timesheets, and the pool that later weeks share, stay as they are.
   */
  after: ["claims", "infinity", "dividends", "money"],
};

/** The same claim with what the chain says now: what somebody paid meanwhile is gone from it. */
async function readAnew({ system, address }: Actor, claim: Claim): Promise<Claim> {
  const { town, number, upTo } = claim;
  const contributions = { address: system.deployment.addresses.Contributions, abi: contributionsAbi } as const;
  const tokens = claim.dividends.map(({ token }) => token);
  const [[[infinity, cash], kept], dividends] = await Promise.all([
    readNow(system, [
      { ...contributions, functionName: "claimable", args: [town.id, number, upTo] },
      { ...contributions, functionName: "keptOf", args: [town.id, BigInt(number)] },
    ]),
    readClaimable(system, tokens, address),
  ]);
  return { ...claim, infinity, cash, kept, dividends };
}

async function stepsLeft(actor: Actor, claim: Claim): Promise<NamedStep[]> {
  return claimSteps(actor.system.deployment, actor.address, await readAnew(actor, claim));
}
