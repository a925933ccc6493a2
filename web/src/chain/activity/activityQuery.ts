import type { Activity } from "@one-small-town/core/activity/Activity.ts";
import { transfersOf } from "@one-small-town/core/activity/transfersOf.ts";
import { newestFirst } from "@one-small-town/core/position.ts";
import { queryOptions } from "@tanstack/react-query";
import type { Address } from "viem";
import { keyOf } from "../keys.ts";
import { walletPastQuery } from "../past/walletPastQuery.ts";
import type { System } from "../System.ts";
import { happeningOf, transferIn } from "./happeningOf.ts";

/** Everything that happened to a wallet in this deployment, newest first. */
export function activityQuery(system: System, wallet: Address) {
  return queryOptions({
    queryKey: keyOf(system, "activity", wallet),
    queryFn: async ({ client }): Promise<Activity[]> => {
      const { InfinityToken: infinity, Contributions: contributions } = system.deployment.addresses;
      const { events } = await client.fetchQuery(walletPastQuery(system, wallet));
      const transfers = transfersOf(events.flatMap(transferIn), { wallet, infinity, contributions });
      return newestFirst([...events.flatMap((event) => happeningOf(event, wallet) ?? []), ...transfers]);
    },
  });
}
