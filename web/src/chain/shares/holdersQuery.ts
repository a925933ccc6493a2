import { queryOptions } from "@tanstack/react-query";
import { type Address, getAbiItem } from "viem";
import { getBlockNumber } from "viem/actions";
import { investorTokenEvents } from "@one-small-town/core/abis/investorTokenEvents.ts";
import { memberRegistryViews } from "@one-small-town/core/abis/memberRegistryViews.ts";
import { townOfProject } from "@one-small-town/core/projects/projects.ts";
import { decode } from "@one-small-town/core/enumerations.ts";
import { type Tier, tiers } from "@one-small-town/core/rules/enumerations.ts";
import { sumTransfers } from "@one-small-town/core/shares/holdings.ts";
import { keyOf } from "../keys.ts";
import { readLogs } from "../readLogs.ts";
import { readEach } from "../readEach.ts";
import type { System } from "../System.ts";

/** A holder of shares, and how near to the town they are now. */
export type Holder = { wallet: Address; shares: number; tier: Tier };

/** Who holds how many shares of a business, most first, added up from the token's transfers. */
export function holdersQuery(system: System, { token, business }: { token: Address; business: bigint }) {
  return queryOptions({
    queryKey: keyOf(system, "holders", token),
    queryFn: () => readHolders(system, { token, town: townOfProject(business) }),
    refetchInterval: 30_000,
  });
}

/** The same at a block; now without one. */
export async function readHolders(
  { client, deployment }: System,
  { token, town }: { token: Address; town: number },
  block?: bigint,
): Promise<Holder[]> {
  const toBlock = block ?? (await getBlockNumber(client));
  const transfers = await readLogs(client, {
    address: token,
    event: getAbiItem({ abi: investorTokenEvents, name: "Transfer" }),
    fromBlock: BigInt(deployment.startBlock),
    toBlock,
  });
  const balances = [...sumTransfers(transfers.map(({ args }) => args))];
  const registry = { address: deployment.addresses.MemberRegistry, abi: memberRegistryViews } as const;
  const found = await readEach(
    client,
    balances,
    ([wallet]) => [{ ...registry, functionName: "tierOf", args: [wallet, town] }],
    toBlock,
  );
  return found
    .map(([[wallet, shares], [tier]]): Holder => ({ wallet, shares: Number(shares), tier: decode(tiers, tier) }))
    .sort((a, b) => b.shares - a.shares);
}
