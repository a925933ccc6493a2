import { infinity as infinityText, money } from "../content/format.ts";
import { sumByCurrency } from "@one-small-town/core/money/sumByCurrency.ts";
import type { Claim } from "./claimEverything.ts";

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
