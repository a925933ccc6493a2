import { amountOf } from "./amountOf.ts";
import type { TokenEvent } from "./Books.ts";
import { eventsNamed } from "./eventsNamed.ts";

/** Dividends of a business that came in, and that holders were paid. */
export function dividendsOf(events: readonly TokenEvent[]): { deposited: bigint; claimed: bigint } {
  return {
    deposited: amountOf(eventsNamed(events, "DividendDeposited")),
    claimed: amountOf(eventsNamed(events, "DividendClaimed")),
  };
}
