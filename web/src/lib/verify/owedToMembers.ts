import type { HoursEvent } from "./Books.ts";

/**
 * Cash for members of one town that is not with them yet. A claim counts as paid; what the currency refused came back.
 * What nobody had earned yet left the pool when the town was given up.
 */
export function owedToMembers(events: readonly HoursEvent[]): bigint {
  let owed = 0n;
  for (const { eventName, args } of events) {
    if (eventName === "MembersFunded" || eventName === "CashKept") owed += args.amount;
    if (eventName === "ContributionsClaimed") owed -= args.cash;
    if (eventName === "KeptCashPaid" || eventName === "PoolSurrendered") owed -= args.amount;
  }
  return owed;
}
