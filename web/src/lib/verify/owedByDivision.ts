import type { DivisionEvent } from "./Books.ts";

/** What a lost town left and nobody has yet. A claim counts as paid; what the currency refused came back. */
export function owedByDivision(events: readonly DivisionEvent[]): bigint {
  let owed = 0n;
  for (const { eventName, args } of events) {
    if (eventName === "TownDivided") owed += args.fromPool + args.fromFund;
    if (eventName === "PartKept") owed += args.amount;
    if (eventName === "PartClaimed" || eventName === "KeptPartsPaid") owed -= args.amount;
  }
  return owed;
}
