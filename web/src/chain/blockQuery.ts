import { queryOptions } from "@tanstack/react-query";
import { getBlock } from "viem/actions";
import { keyOf } from "./keyOf.ts";
import type { System } from "./System.ts";

/** The newest block: its number, its time in seconds, and when this device read it in milliseconds. */
export function blockQuery(system: System) {
  return queryOptions({
    queryKey: keyOf(system, "block"),
    queryFn: async () => {
      const { number, timestamp } = await getBlock(system.client);
      return { number, timestamp: Number(timestamp), readAt: performance.now() };
    },
    refetchInterval: 10_000,
  });
}
