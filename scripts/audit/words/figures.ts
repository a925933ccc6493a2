import { INFINITY_DECIMALS } from "@one-small-town/core/hours/timesheet.ts";
import { formatAmount } from "@one-small-town/core/money/amounts.ts";
import type { Unit } from "@one-small-town/core/verify/Finding.ts";
import { numberToHex } from "viem";
import type { Report } from "../Report.ts";

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

/** A moment, the same for everybody: 2026-11-21 20:31 UTC. */
export function utc(seconds: number): string {
  return `${new Date(seconds * 1000).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
