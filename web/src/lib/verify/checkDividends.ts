import type { Books } from "./Books.ts";
import { dividendsOf } from "./dividendsOf.ts";
import type { Row } from "./Finding.ts";
import { rowOf } from "./rowOf.ts";
import { salesOf } from "./salesOf.ts";
import { sumOf } from "./sumOf.ts";

/** 5: dividends that came in are with the holders, wait for them, or do not divide by the shares yet. */
export function checkDividends({ sales, towns, tokenEvents, tokenStates }: Books): Row[] | null {
  if (sales === null || towns === null || tokenEvents === null) return null;
  return salesOf(sales, towns).map(({ name, token, currency }) => {
    const { deposited, claimed } = dividendsOf(tokenEvents.get(token) ?? []);
    const state = tokenStates.get(token) ?? null;
    const waiting = state && sumOf([...state.wallets.values()].map(({ claimable }) => claimable));
    return rowOf({
      name,
      unit: currency,
      figures: [deposited, claimed, waiting, state && state.remainder],
      holds: (came, paid, credited, remainder) => came === paid + credited + remainder,
    });
  });
}
