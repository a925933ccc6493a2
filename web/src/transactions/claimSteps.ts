import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { claimHours, claimKeptCash } from "@one-small-town/core/hours/steps.ts";
import { sumByCurrency } from "@one-small-town/core/money/sumByCurrency.ts";
import { claimDividends } from "@one-small-town/core/shares/holderSteps.ts";
import type { Address } from "viem";
import type { Town } from "../chain/members/Town.ts";
import type { Dividend } from "../chain/shares/readClaimable.ts";
import { infinity as infinityText, listOf, money } from "../content/format.ts";
import { hoursWords } from "../content/words/hours.ts";
import type { NamedStep } from "./Transaction.ts";

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

/** INFINITY, then each currency with all that comes in it. */
export function claimAmounts({ town, infinity, cash, kept, dividends }: Claim): string[] {
  const moneys = sumByCurrency([
    { currency: town.currency, amounts: { units: cash + kept } },
    ...dividends.map(({ token, amount }) => ({ currency: token.currency, amounts: { units: amount } })),
  ]).filter(({ amounts }) => amounts.units > 0n);
  return [
    ...(infinity > 0n ? [`${infinityText(infinity)} INFINITY`] : []),
    ...moneys.map(({ currency, amounts }) => money(amounts.units, currency)),
  ];
}

/**
 * One step for all weeks, one for each business's dividends; kept cash last, for a currency that refused it once may
 * refuse it again and must not hold up the rest.
 */
export function claimSteps(deployment: Deployment, holder: Address, claim: Claim): NamedStep[] {
  const { town, number, upTo, kept, dividends } = claim;
  const weeks = claimAmounts({ ...claim, kept: 0n, dividends: [] });
  const owed = dividends.filter(({ amount }) => amount > 0n);
  const steps: NamedStep[] = owed.map(({ token, amount }) => ({
    label: hoursWords.stepDividends(money(amount, token.currency), token.name),
    step: claimDividends(token.address, holder),
  }));
  if (weeks.length > 0) {
    steps.unshift({
      label: hoursWords.stepWeeks(listOf(weeks)),
      step: claimHours(deployment, town.id, [number], upTo),
    });
  }
  if (kept > 0n) {
    steps.push({
      label: hoursWords.stepKept(money(kept, town.currency)),
      step: claimKeptCash(deployment, town.id, number),
    });
  }
  return steps;
}
