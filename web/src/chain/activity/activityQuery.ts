import type { Activity } from "@one-small-town/core/activity/Activity.ts";
import { transfersOf } from "@one-small-town/core/activity/transfersOf.ts";
import { newestFirst } from "@one-small-town/core/position.ts";
import { queryOptions } from "@tanstack/react-query";
import type { Address } from "viem";
import { getBlockNumber } from "viem/actions";
import { keyOf } from "../keys.ts";
import { offeringsQuery } from "../shares/offeringsQuery.ts";
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
      return newestFirst([...purchases, ...hours, ...dividends, ...others]);
    },
    refetchInterval: 30_000,
  });
}
