import { investorTokenEvents } from "@one-small-town/core/abis/investorTokenEvents.ts";
import { inParallel } from "@one-small-town/core/asking/atMost.ts";
import type { BlockRange } from "@one-small-town/core/asking/ranges.ts";
import type { SaleEvent, TokenEvent, TokenState } from "@one-small-town/core/verify/Books.ts";
import { eventsNamed, groupBy } from "@one-small-town/core/verify/events.ts";
import type { Address } from "viem";
import { readEach } from "../readEach.ts";
import { readEvents } from "../readEvents.ts";
import { readMany } from "../readMany.ts";
import type { TownClient } from "../System.ts";
import { views } from "./views.ts";

/** What happened in the share tokens of all approved sales, token by token. */
export async function readTokenEvents(
  client: TownClient,
  sales: readonly SaleEvent[],
  range: BlockRange,
  times: Map<bigint, number>,
): Promise<Map<Address, readonly TokenEvent[]>> {
  const tokens = eventsNamed(sales, "OfferingApproved").map(({ args }) => args.token);
  if (tokens.length === 0) return new Map();
  const events = await readEvents(client, { address: tokens, abi: investorTokenEvents, times, ...range });
  const byToken = groupBy(events, ({ address }) => address.toLowerCase());
  return new Map(tokens.map((token) => [token, byToken.get(token.toLowerCase()) ?? []]));
}

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

/** What a share token says of itself and of every wallet that ever held a share, at one block. */
async function readTokenState(
  client: TownClient,
  address: Address,
  events: readonly TokenEvent[],
  blockNumber: bigint,
): Promise<TokenState> {
  const token = { address, abi: views.token };
  const moves = eventsNamed(events, "Transfer");
  const wallets = [...new Set(moves.flatMap(({ args }) => [args.from, args.to]))];
  const [supply, { remainder, scope }] = await readMany(
    client,
    [
      { ...token, functionName: "totalSupply" },
      { ...token, functionName: "ledger" },
    ],
    blockNumber,
  );
  const stated = await readEach(
    client,
    wallets,
    (wallet) => [
      { ...token, functionName: "balanceOf", args: [wallet] },
      { ...token, functionName: "claimable", args: [wallet] },
    ],
    blockNumber,
  );
  return {
    supply,
    remainder: BigInt(remainder),
    scope,
    wallets: new Map(stated.map(([wallet, [shares, claimable]]) => [wallet, { shares, claimable }])),
  };
}
