import type { infinityTokenEvents } from "@one-small-town/core/abis/infinityTokenEvents.ts";
import { sumTransfers } from "@one-small-town/core/shares/holdings.ts";
import type { EventOf } from "@one-small-town/core/verify/Books.ts";
import { eventsNamed } from "@one-small-town/core/verify/events.ts";
import { type Address, zeroAddress } from "viem";
import { type Expectation, expectedOf } from "./Expectation.ts";

/** What every wallet that ever had INFINITY has of it. */
export function expectedInfinity(events: readonly EventOf<typeof infinityTokenEvents>[]): Expectation[] {
  const say = expectedOf("InfinityToken");
  const moves = eventsNamed(events, "Transfer").map(({ args }) => args);
  const balances = sumTransfers(moves);
  const wallets = new Set<Address>(moves.flatMap(({ from, to }) => [from, to]));
  wallets.delete(zeroAddress);
  return [...wallets].map((wallet) => say("balanceOf", [wallet], balances.get(wallet) ?? 0n));
}
