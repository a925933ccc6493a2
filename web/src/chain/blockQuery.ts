import { queryOptions, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { getBlock } from "viem/actions";
import { keyOf } from "./keys.ts";
import type { System } from "./System.ts";
import { useSystem } from "./useSystem.ts";

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

/** The chain's time now, in seconds: the newest block's, and the seconds since it was read. Undefined until then. */
export function useBlockTime(): number | undefined {
  const { data } = useQuery(blockQuery(useSystem()));
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return data && data.timestamp + Math.floor((performance.now() - data.readAt) / 1000);
}
