import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { claimHours, claimKeptCash } from "@one-small-town/core/hours/steps.ts";
import { claimDividends } from "@one-small-town/core/shares/steps.ts";
import type { Address } from "viem";
import { money } from "../content/format.ts";
import { listOf } from "../content/listOf.ts";
import { hoursWords } from "../content/words/hours.ts";
import { type Claim, claimAmounts } from "./claimAmounts.ts";
import type { NamedStep } from "./Transaction.ts";

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
