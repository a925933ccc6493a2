import type { SaleEvent } from "./Books.ts";

/** Shares of one sale that were bought, and not given back by cancelling or a refund. */
export function soldIn(events: readonly SaleEvent[]): bigint {
  let sold = 0n;
  for (const { eventName, args } of events) {
    if (eventName === "SharesBought") sold += args.shares;
    if (eventName === "PurchaseCancelled" || eventName === "Refunded") sold -= args.shares;
  }
  return sold;
}
