import { money } from "../content/format.ts";
import { listOf } from "../content/listOf.ts";
import { hoursWords } from "../content/words/hours.ts";
import type { Dividend } from "../contracts/shares/dividendsQuery.ts";
import { readMany } from "../contracts/readMany.ts";
import type { Town } from "../contracts/towns/Town.ts";
import { contributionsAbi } from "../lib/abis/contributionsAbi.ts";
import { investorTokenAbi } from "../lib/abis/investorTokenAbi.ts";
import { claimHours } from "../lib/steps/hours/claimHours.ts";
import { claimKeptCash } from "../lib/steps/hours/claimKeptCash.ts";
import { claimDividends } from "../lib/steps/shares/claimDividends.ts";
import { claimAmounts } from "./claimAmounts.ts";
import type { Actor, NamedStep, Transaction } from "./Transaction.ts";

/** What a member is shown before they claim, and what the claim then pays. */
export type Claim = {
  town: Town;
  number: number;
  /** The timesheets that were finalised when the amounts were read: the claim goes no further. */
  upTo: number;
  infinity: bigint;
  cash: bigint;
  kept: bigint;
  dividends: readonly Dividend[];
};

/** Pays a member everything they are owed: their weeks, their dividends, and cash that was kept for them. */
export const claimEverything: Transaction<Claim> = {
  title: (claim) => hoursWords.claimTitle(listOf(claimAmounts(claim))),
  done: (claim) => hoursWords.claimDone(listOf(claimAmounts(claim))),
  check: async (actor, claim) => ((await stepsLeft(actor, claim)).length === 0 ? hoursWords.paidMeanwhile : null),
  steps: stepsLeft,
};

/**
 * One step for all weeks, one for each business's dividends; kept cash last, for a currency that refused it once may
 * refuse it again and must not hold up the rest.
 */
async function stepsLeft({ system, address }: Actor, claim: Claim): Promise<NamedStep[]> {
  const { town, number, upTo } = claim;
  const contributions = { address: system.deployment.addresses.Contributions, abi: contributionsAbi } as const;
  const [[infinity, cash], kept] = await readMany(system.client, [
    { ...contributions, functionName: "claimable", args: [town.id, number, upTo] },
    { ...contributions, functionName: "keptOf", args: [town.id, BigInt(number)] },
  ]);
  const dividends = await readMany(
    system.client,
    claim.dividends.map(({ token }) => ({
      ...{ address: token.address, abi: investorTokenAbi, functionName: "claimable" as const },
      args: [address] as const,
    })),
  );
  const weeks = claimAmounts({ ...claim, infinity, cash, kept: 0n, dividends: [] });
  return [
    ...(weeks.length === 0
      ? []
      : [{ label: hoursWords.stepWeeks(listOf(weeks)), step: claimHours(system.deployment, town.id, [number], upTo) }]),
    ...claim.dividends.flatMap(({ token }, i) => {
      const amount = money(dividends[i] ?? 0n, token.currency);
      const label = hoursWords.stepDividends(amount, token.name);
      return (dividends[i] ?? 0n) === 0n ? [] : [{ label, step: claimDividends(token.address, address) }];
    }),
    ...(kept === 0n
      ? []
      : [
          {
            label: hoursWords.stepKept(money(kept, town.currency)),
            step: claimKeptCash(system.deployment, town.id, number),
          },
        ]),
  ];
}
