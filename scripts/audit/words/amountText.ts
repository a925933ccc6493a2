import { numberToHex } from "viem";
import { formatAmount } from "@one-small-town/core/money/amounts.ts";
import type { Unit } from "@one-small-town/core/verify/Finding.ts";
import type { Report } from "../Report.ts";

const INFINITY_DECIMALS = 18;

/** A figure in full, with what it counts. */
export function amountText(value: bigint | null, unit: Unit, currencies: Report["currencies"]): string {
  if (value === null) return "unavailable";
  if (unit === "infinity") return `${formatAmount(value, INFINITY_DECIMALS)} INFINITY`;
  if (unit === "count") return formatAmount(value, 0);
  if (unit === "wallet") return numberToHex(value, { size: 20 });
  if (unit === "shares") return `${formatAmount(value, 0)} shares`;
  const currency = currencies.find(({ address }) => address === unit);
  if (currency === undefined) return `${value} units of ${unit}`;
  return `${formatAmount(value, currency.decimals)} ${currency.symbol}`;
}
