import type { Address } from "viem";
import type { TokenEvent, TokenState } from "@one-small-town/core/verify/Books.ts";
import type { TownClient } from "../makeClient.ts";
import { inParallel } from "@one-small-town/core/atMost.ts";
import { readTokenState } from "./readTokenState.ts";

const AT_ONCE = 4;

/** What each share token says of itself; one that does not answer is left out. */
export async function readTokenStates(
  client: TownClient,
  events: ReadonlyMap<Address, readonly TokenEvent[]>,
  blockNumber: bigint,
): Promise<Map<Address, TokenState>> {
  const states = await inParallel([...events], AT_ONCE, async ([token, own]) => {
    const state = await readTokenState(client, token, own, blockNumber).catch(() => null);
    return state === null ? [] : ([[token, state]] as const);
  });
  return new Map(states.flat());
}
