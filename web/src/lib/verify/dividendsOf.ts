import type { TokenEvent } from "./Books.ts";
import { eventsNamed } from "./eventsNamed.ts";
import { sumOf } from "./sumOf.ts";

/** Dividends of a business that came in, and that holders were paid. */
export function dividendsOf(events: readonly TokenEvent[]): { deposited: bigint; claimed: bigint } {
  return {
    deposited: sumOf(eventsNamed(events, "DividendDeposited").map(({ args }) => args.amount)),
    claimed: sumOf(eventsNamed(events, "DividendClaimed").map(({ args }) => args.amount)),
  };
}
