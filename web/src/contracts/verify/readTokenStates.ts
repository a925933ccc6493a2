import type { Address } from "viem";
import type { TokenEvent, TokenState } from "../../lib/verify/Books.ts";
import { inParallel } from "./inParallel.ts";
import type { Caller } from "./makeCaller.ts";
import { readTokenState } from "./readTokenState.ts";

const AT_ONCE = 4;

/** What each share token says of itself; one that does not answer is left out. */
export async function readTokenStates(
  caller: Caller,
  events: ReadonlyMap<Address, readonly TokenEvent[]>,
): Promise<Map<Address, TokenState>> {
  const states = await inParallel([...events], AT_ONCE, async ([token, own]) => {
    const state = await readTokenState(caller, token, own).catch(() => null);
    return state === null ? [] : ([[token, state]] as const);
  });
  return new Map(states.flat());
}
