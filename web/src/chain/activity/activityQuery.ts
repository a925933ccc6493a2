import type { Activity } from "@one-small-town/core/activity/Activity.ts";
import { transfersOf } from "@one-small-town/core/activity/transfersOf.ts";
import { newestFirst } from "@one-small-town/core/position.ts";
import { queryOptions } from "@tanstack/react-query";
import { type Address, erc20Abi } from "viem";
import { getBlockNumber } from "viem/actions";
import { keyOf } from "../keys.ts";
import { offeringsQuery } from "../shares/offeringsQuery.ts";
import { readMany } from "../readMany.ts";
import type { System } from "../System.ts";
import { readDividends, readHours, readPurchases, readTransfers } from "./readActivity.ts";

/** Everything that happened to a wallet in this deployment, newest first. */
export function activityQuery(system: System, wallet: Address) {
  return queryOptions({
    queryKey: keyOf(system, "activity", wallet),
    queryFn: async ({ client }): Promise<Activity[]> => {
      const { InfinityToken: infinity, Contributions: contributions } = system.deployment.addresses;
      const shares = (await client.fetchQuery(offeringsQuery(system))).map(({ token }) => token);
      const range = {
        fromBlock: BigInt(system.deployment.startBlock),
        toBlock: await getBlockNumber(system.client),
      };
      const [purchases, hours, dividends, transfers] = await Promise.all([
        readPurchases(system, wallet, range),
        readHours(system, wallet, range),
        readDividends(system, { wallet, tokens: shares, range }),
        readTransfers(system, { wallet, tokens: [infinity, ...shares], range }),
      ]);
      const others = transfersOf(transfers, { wallet, infinity, contributions });
      const all = newestFirst([...purchases, ...hours, ...dividends, ...others]);
      if (all.length === 0) await requireNothingHeld(system, wallet, [infinity, ...shares]);
      return all;
    },
    refetchInterval: 30_000,
  });
}

/** A node that keeps events back, or lost them, would have us say that nothing ever happened to somebody who owns something. */
async function requireNothingHeld({ client }: System, wallet: Address, tokens: readonly Address[]): Promise<void> {
  const balanceOf = { abi: erc20Abi, functionName: "balanceOf", args: [wallet] } as const;
  const held = await readMany(
    client,
    tokens.map((address) => ({ address, ...balanceOf })),
  );
  if (held.some((balance) => balance > 0n)) throw new Error("The node has no events of a wallet that holds tokens");
}
