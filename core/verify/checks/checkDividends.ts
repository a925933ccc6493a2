import type { Address } from "viem";
import { isSameAddress } from "../../hex.ts";
import type { Books, TokenState } from "../Books.ts";
import { amountOf, eventsNamed, sumOf } from "../events.ts";
import type { Row } from "../Finding.ts";
import { type Dividends, dividendsOf, replayDividends } from "../replay/dividends.ts";
import { salesOf } from "../replay/sales.ts";
import { rowOf, withDifferences } from "../rows/rows.ts";

/**
 * 5: dividends that came in are with the holders, wait for them, or do not divide by the shares yet; each holder's as they
 * follow from every deposit and move; and what a sale that was wound up paid for its holders came in.
 */
export function checkDividends({ addresses, sales, towns, tokenEvents, tokenStates }: Books): Row[] | null {
  if (sales === null || towns === null || tokenEvents === null) return null;
  return salesOf(sales, towns).flatMap(({ name, town, token, currency, events }) => {
    const own = tokenEvents.get(token) ?? [];
    const { deposited, claimed } = dividendsOf(own);
    const isWoundUp = (address: Address) => isSameAddress(address, addresses.Releases);
    const paidOut = eventsNamed(events, "EscrowPaid").filter(({ args }) => isWoundUp(args.to));
    const arrived = eventsNamed(own, "DividendDeposited").filter(({ args }) => isWoundUp(args.from));
    const state = tokenStates.get(token) ?? null;
    const waiting = state && sumOf([...state.wallets.values()].map(({ claimable }) => claimable));
    const row = rowOf({
      name,
      town,
      unit: currency,
      figures: [deposited, claimed, waiting, state && state.remainder],
      holds: (came, paid, credited, remainder) =>
        came === paid + credited + remainder && amountOf(paidOut) === amountOf(arrived),
    });
    return withDifferences(row, state === null ? [] : differences(replayDividends(own), state));
  });
}

function differences({ holdings, wrong }: Dividends, state: TokenState) {
  const wallets = [...holdings].flatMap(([wallet, { credited, taken }]) => {
    const waits = state.wallets.get(wallet)?.claimable ?? 0n;
    if (waits === credited) return [];
    return [{ detail: { kind: "wallet" as const, id: wallet }, figures: [credited + taken, taken, waits, 0n] }];
  });
  const strangers = [...state.wallets].filter(([wallet, { claimable }]) => claimable > 0n && !holdings.has(wallet));
  return [
    ...wallets,
    ...strangers.map(([wallet, { claimable }]) => ({
      detail: { kind: "wallet" as const, id: wallet },
      figures: [0n, 0n, claimable, 0n],
    })),
    ...wrong.map(({ block, said, due }) => ({
      detail: { kind: "block" as const, id: String(block) },
      figures: [due, said, 0n, 0n],
    })),
  ];
}
