import type { Address } from "viem";
import { investorTokenAbi } from "../../lib/abis/investorTokenAbi.ts";
import type { TokenEvent, TokenState } from "../../lib/verify/Books.ts";
import { eventsNamed } from "../../lib/verify/eventsNamed.ts";
import type { TownClient } from "../makeClient.ts";
import { readMany } from "../readMany.ts";

/** What a share token says of itself and of every wallet that ever held a share, at one block. */
export async function readTokenState(
  client: TownClient,
  address: Address,
  events: readonly TokenEvent[],
  blockNumber: bigint,
): Promise<TokenState> {
  const token = { address, abi: investorTokenAbi } as const;
  const moves = eventsNamed(events, "Transfer");
  const wallets = [...new Set(moves.flatMap(({ args }) => [args.from, args.to]))];
  const [[supply, ledger], shares, claimable] = await Promise.all([
    readMany(
      client,
      [
        { ...token, functionName: "totalSupply" },
        { ...token, functionName: "ledger" },
      ],
      blockNumber,
    ),
    readMany(
      client,
      wallets.map((wallet) => ({ ...token, functionName: "balanceOf" as const, args: [wallet] as const })),
      blockNumber,
    ),
    readMany(
      client,
      wallets.map((wallet) => ({ ...token, functionName: "claimable" as const, args: [wallet] as const })),
      blockNumber,
    ),
  ]);
  const stated = wallets.map((wallet, i) => {
    const [own, waiting] = [shares[i], claimable[i]];
    if (own === undefined || waiting === undefined) throw new Error(`The token did not answer for ${wallet}`);
    return [wallet, { shares: own, claimable: waiting }] as const;
  });
  return { supply, remainder: BigInt(ledger.remainder), scope: ledger.scope, wallets: new Map(stated) };
}
