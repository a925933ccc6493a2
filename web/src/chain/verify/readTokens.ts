import type { BlockRange } from "@one-small-town/core/asking/ranges.ts";
import type { SaleEvent, TokenEvent, TokenState } from "@one-small-town/core/verify/Books.ts";
import { eventsOf } from "@one-small-town/core/verify/eventsOf.ts";
import { eventsNamed, groupBy } from "@one-small-town/core/verify/events.ts";
import { replayDividends } from "@one-small-town/core/verify/replay/dividends.ts";
import { readEach } from "@one-small-town/core/views/readEach.ts";
import { type Address, zeroAddress } from "viem";
import { readEvents } from "../readEvents.ts";
import type { TownClient } from "../System.ts";
import type { At } from "./At.ts";

/** What happened in the share tokens of all approved sales, token by token. */
export async function readTokenEvents(
  client: TownClient,
  sales: readonly SaleEvent[],
  range: BlockRange,
  times: Map<bigint, number>,
): Promise<Map<Address, readonly TokenEvent[]>> {
  const tokens = eventsNamed(sales, "OfferingApproved").map(({ args }) => args.token);
  if (tokens.length === 0) return new Map();
  const events = await readEvents(client, { address: tokens, abi: eventsOf("InvestorToken"), times, ...range });
  const byToken = groupBy(events, ({ address }) => address.toLowerCase());
  return new Map(tokens.map((token) => [token, byToken.get(token.toLowerCase()) ?? []]));
}

/** What each share token says of itself; one that does not answer is left out. */
export async function readTokenStates(
  at: At,
  events: ReadonlyMap<Address, readonly TokenEvent[]>,
): Promise<Map<Address, TokenState>> {
  const all = [...events].map(async ([token, own]) => [token, await readTokenState(at, token, own)] as const);
  const states = await Promise.allSettled(all);
  return new Map(states.flatMap((one) => (one.status === "fulfilled" ? [one.value] : [])));
}

/** What a share token says of itself and of every wallet that ever held a share, at one block. */
async function readTokenState({ read, ask }: At, token: Address, events: readonly TokenEvent[]): Promise<TokenState> {
  const moves = eventsNamed(events, "Transfer");
  const wallets = [...new Set(moves.flatMap(({ args }) => [args.from, args.to]))];
  const { holdings, supply: due } = replayDividends(events);
  const mustOf = (wallet: Address) => (wallet === zeroAddress ? undefined : holdings.get(wallet));
  const [[, [supply, { remainder, scope }]] = [null, [0n, { remainder: 0, scope: 0 }]]] = await readEach<
    Address,
    [bigint, { remainder: number; scope: number }]
  >(read, [token], () => [
    ask("InvestorToken", "totalSupply", [], due, token),
    ask("InvestorToken", "ledger", [], undefined, token),
  ]);
  const stated = await readEach<Address, [bigint, bigint]>(read, wallets, (wallet) => [
    ask("InvestorToken", "balanceOf", [wallet], mustOf(wallet)?.shares, token),
    ask("InvestorToken", "claimable", [wallet], mustOf(wallet)?.credited, token),
  ]);
  return {
    supply,
    remainder: BigInt(remainder),
    scope,
    wallets: new Map(stated.map(([wallet, [shares, claimable]]) => [wallet, { shares, claimable }])),
  };
}
