import { type Address, isAddressEqual } from "viem";
import { amountOf } from "./amountOf.ts";
import type { Books } from "./Books.ts";
import { dividendsOf } from "./dividendsOf.ts";
import { eventsNamed } from "./eventsNamed.ts";
import type { Row } from "./Finding.ts";
import { rowOf } from "./rowOf.ts";
import { salesOf } from "./salesOf.ts";
import { sumOf } from "./sumOf.ts";

/**
 * 5: dividends that came in are with the holders, wait for them, or do not divide by the shares yet; and what a sale that
 * was wound up paid for its holders came in.
 */
export function checkDividends({ addresses, sales, towns, tokenEvents, tokenStates }: Books): Row[] | null {
  if (sales === null || towns === null || tokenEvents === null) return null;
  return salesOf(sales, towns).map(({ name, token, currency, events }) => {
    const own = tokenEvents.get(token) ?? [];
    const { deposited, claimed } = dividendsOf(own);
    const isWoundUp = (address: Address) => isAddressEqual(address, addresses.Releases);
    const paidOut = eventsNamed(events, "EscrowPaid").filter(({ args }) => isWoundUp(args.to));
    const arrived = eventsNamed(own, "DividendDeposited").filter(({ args }) => isWoundUp(args.from));
    const state = tokenStates.get(token) ?? null;
    const waiting = state && sumOf([...state.wallets.values()].map(({ claimable }) => claimable));
    return rowOf({
      name,
      unit: currency,
      figures: [deposited, claimed, waiting, state && state.remainder],
      holds: (came, paid, credited, remainder) =>
        came === paid + credited + remainder && amountOf(paidOut) === amountOf(arrived),
    });
  });
}
