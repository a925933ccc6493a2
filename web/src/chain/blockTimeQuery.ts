import { queryOptions } from "@tanstack/react-query";
import { getBlock } from "viem/actions";
import { keyOf } from "./keys.ts";
import type { System } from "./System.ts";

/** When a block was made, in seconds; it never changes. */
export function blockTimeQuery(system: System, blockNumber: bigint) {
  return queryOptions({
    queryKey: keyOf(system, "blockTime", blockNumber),
    queryFn: async () => Number((await getBlock(system.client, { blockNumber })).timestamp),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
