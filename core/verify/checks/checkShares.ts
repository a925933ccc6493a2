import { type Address, zeroAddress } from "viem";
import { sumTransfers } from "../../shares/holdings.ts";
import type { Books, TokenEvent, TokenState } from "../Books.ts";
import { eventsNamed, sumOf } from "../events.ts";
import type { Row } from "../Finding.ts";
import { salesOf, soldIn } from "../replay/sales.ts";
import { rowOf, withDifferences } from "../rows/rows.ts";

/**
 * 3: the shares of a business, four times: rebuilt from every move, asked of the token wallet by wallet, its supply,
 * and what was sold and not given back. Each wallet must agree, not only the sums.
 */
export function checkShares({ sales, towns, tokenEvents, tokenStates }: Books): Row[] | null {
  if (sales === null || towns === null || tokenEvents === null) return null;
  return salesOf(sales, towns).flatMap(({ name, town, token, events }) => {
    const rebuilt = rebuild(tokenEvents.get(token) ?? []);
    const state = tokenStates.get(token) ?? null;
    const stated = state && sumOf([...state.wallets.values()].map(({ shares }) => shares));
    const row = rowOf({
      name,
      town,
      unit: "shares" as const,
      figures: [sumOf(rebuilt.values()), stated, state && state.supply, soldIn(events)],
      holds: (...figures) => figures.every((figure) => figure === figures[0]),
    });
    return withDifferences(row, state === null ? [] : differences(rebuilt, state));
  });
}

function rebuild(events: readonly TokenEvent[]): Map<Address, bigint> {
  return sumTransfers(eventsNamed(events, "Transfer").map(({ args }) => args));
}

function differences(rebuilt: ReadonlyMap<Address, bigint>, state: TokenState) {
  const wallets = new Set([...rebuilt.keys(), ...state.wallets.keys()]);
  wallets.delete(zeroAddress);
  return [...wallets].flatMap((wallet) => {
    const [moved, stated] = [rebuilt.get(wallet) ?? 0n, state.wallets.get(wallet)?.shares ?? 0n];
    if (moved === stated) return [];
    return [{ detail: { kind: "wallet" as const, id: wallet }, figures: [moved, stated, stated, moved] }];
  });
}
