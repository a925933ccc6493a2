import type { Address } from "viem";
import { infinity as infinityText, money } from "../content/format.ts";
import type { Currency } from "../contracts/towns/Town.ts";
import type { Claim } from "./claimEverything.ts";

/** INFINITY, then each currency with all that comes in it. */
export function claimAmounts({ town, infinity, cash, kept, dividends }: Claim): string[] {
  const sums = new Map<Address, { currency: Currency; units: bigint }>();
  const parts = [
    { currency: town.currency, units: cash + kept },
    ...dividends.map(({ token, amount }) => ({ currency: token.currency, units: amount })),
  ];
  for (const { currency, units } of parts) {
    sums.set(currency.address, { currency, units: units + (sums.get(currency.address)?.units ?? 0n) });
  }
  const moneys = [...sums.values()].filter(({ units }) => units > 0n);
  return [
    ...(infinity > 0n ? [`${infinityText(infinity)} INFINITY`] : []),
    ...moneys.map(({ currency, units }) => money(units, currency)),
  ];
}
