import { queryOptions } from "@tanstack/react-query";
import { keyOf } from "./keys.ts";
import { readBlockTime } from "./readBlockTimes.ts";
import type { System } from "./System.ts";

/** When a block was made, in seconds; it never changes. */
export function blockTimeQuery(system: System, blockNumber: bigint) {
  return queryOptions({
    queryKey: keyOf(system, "blockTime", blockNumber),
    queryFn: () => readBlockTime(system, blockNumber),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
