import type { ApprovedSale } from "./salesOf.ts";
import { soldIn } from "./soldIn.ts";

/** What a sale owes buyers or the business: shares at their price, less what left escrow, and refunds that are kept. */
export function owedBySale({ events, price }: Pick<ApprovedSale, "events" | "price">): bigint {
  let owed = soldIn(events) * price;
  for (const { eventName, args } of events) {
    if (eventName === "RefundKept") owed += args.amount;
    if (eventName === "EscrowPaid" || eventName === "KeptRefundPaid") owed -= args.amount;
  }
  return owed;
}
