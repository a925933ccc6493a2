import type { Address } from "viem";
import type { TokenEvent, TokenState } from "@one-small-town/core/verify/Books.ts";
import { eventsNamed } from "@one-small-town/core/verify/events.ts";
import type { TownClient } from "../makeClient.ts";
import { readMany } from "../readMany.ts";
import { readInBatches } from "./readInBatches.ts";
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
  const ask = (functionName: "balanceOf" | "claimable") =>
    readInBatches<Address, bigint>(
      client,
      wallets,
      (wallet) => ({ ...token, functionName, args: [wallet] }),
      blockNumber,
    );
  const [supply, ledger] = (await readMany(
    client,
    [
      { ...token, functionName: "totalSupply" },
      { ...token, functionName: "ledger" },
    ],
    blockNumber,
  )) as unknown as [bigint, { remainder: number; scope: number }];
  const [shares, claimable] = [await ask("balanceOf"), await ask("claimable")];
  const stated = wallets.map((wallet, i) => {
    const [own, waiting] = [shares[i], claimable[i]];
    if (own === undefined || waiting === undefined) throw new Error(`The token did not answer for ${wallet}`);
    return [wallet, { shares: own, claimable: waiting }] as const;
  });
  return { supply, remainder: BigInt(ledger.remainder), scope: ledger.scope, wallets: new Map(stated) };
}
