import type { Address } from "viem";
import type { TokenEvent, TokenState } from "@one-small-town/core/verify/Books.ts";
import { eventsNamed } from "@one-small-town/core/verify/events.ts";
import type { TownClient } from "../makeClient.ts";
import { readEach } from "../readEach.ts";
import { readMany } from "../readMany.ts";
import { views } from "./views.ts";

/** What a share token says of itself and of every wallet that ever held a share, at one block. */
export async function readTokenState(
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
