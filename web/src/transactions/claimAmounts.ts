import { infinity as infinityText, money } from "../content/format.ts";
import { sumByCurrency } from "@one-small-town/core/money/sumByCurrency.ts";
import type { Town } from "../chain/members/Town.ts";
import type { Dividend } from "../chain/shares/readClaimable.ts";

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
