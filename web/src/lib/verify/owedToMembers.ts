import type { HoursEvent } from "./Books.ts";

/** Cash for members of one town that is not with them yet. A claim counts as paid; what the currency refused came back. */
export function owedToMembers(events: readonly HoursEvent[]): bigint {
  let owed = 0n;
  for (const { eventName, args } of events) {
    if (eventName === "MembersFunded" || eventName === "CashKept") owed += args.amount;
    if (eventName === "ContributionsClaimed") owed -= args.cash;
    if (eventName === "KeptCashPaid") owed -= args.amount;
  }
  return owed;
}
