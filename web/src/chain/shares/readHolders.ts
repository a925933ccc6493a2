import { type Address, getAbiItem } from "viem";
import { investorTokenEvents } from "@one-small-town/core/abis/investorTokenEvents.ts";
import { investorTokenViews } from "@one-small-town/core/abis/investorTokenViews.ts";
import { memberRegistryViews } from "@one-small-town/core/abis/memberRegistryViews.ts";
import { decode } from "@one-small-town/core/enumerations.ts";
import { tiers } from "@one-small-town/core/rules/enumerations.ts";
import { sumTransfers } from "@one-small-town/core/shares/holdings.ts";
import { readPast, requireTold } from "../past/readPast.ts";
import { readEnd } from "../readEnd.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";
import type { Holder } from "./holdersQuery.ts";

/** Who holds the shares of a token at a block, most first; now without one. */
export async function readHolders(
  system: System,
  { token, town }: { token: Address; town: number },
  atBlock?: bigint,
): Promise<Holder[]> {
  const block = atBlock ?? (await readEnd(system.client)).number;
  const transfers = await readPast(system, {
    address: token,
    event: getAbiItem({ abi: investorTokenEvents, name: "Transfer" }),
    toBlock: block,
  });
  const balances = [...sumTransfers(transfers.map(({ args }) => args))];
  const registry = { address: system.deployment.addresses.MemberRegistry, abi: memberRegistryViews } as const;
  const [nearness, [supply]] = await Promise.all([
    readNow(
      system,
      balances.map(([wallet]) => ({ ...registry, functionName: "tierOf" as const, args: [wallet, town] as const })),
      { block },
    ),
    readNow(system, [{ address: token, abi: investorTokenViews, functionName: "totalSupply" }], { block }),
  ]);
  const held = balances.reduce((sum, [, shares]) => sum + shares, 0n);
  requireTold(system, held === supply, "movements of a business’s shares");
  return balances
    .map(([wallet, shares], i): Holder => ({
      wallet,
      shares: Number(shares),
      tier: decode(tiers, Number(nearness[i])),
    }))
    .sort((a, b) => b.shares - a.shares);
}
