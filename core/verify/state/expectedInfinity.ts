import { sumTransfers } from "../../shares/holdings.ts";
import { eventsNamed } from "../events.ts";
import { type Address, zeroAddress } from "viem";
import { type Expectation, expectedOf } from "./Expectation.ts";
import type { Known } from "./Known.ts";

/** What every wallet that ever had INFINITY has of it. */
export function expectedInfinity({ infinity }: Known): Expectation[] {
  const say = expectedOf("InfinityToken");
  const moves = eventsNamed(infinity, "Transfer").map(({ args }) => args);
  const balances = sumTransfers(moves);
  const wallets = new Set<Address>(moves.flatMap(({ from, to }) => [from, to]));
  wallets.delete(zeroAddress);
  return [...wallets].map((wallet) => say("balanceOf", [wallet], balances.get(wallet) ?? 0n));
}
