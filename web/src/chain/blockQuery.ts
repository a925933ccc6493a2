import { wrongIn } from "@one-small-town/core/asking/wrongNode.ts";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { keyOf } from "./keys.ts";
import { readBlock } from "./readBlock.ts";
import type { System } from "./System.ts";
import { useSystem } from "./useSystem.ts";

/** The newest block: its number, its time in seconds, and when this device read it in milliseconds. */
export function blockQuery(system: System) {
  return queryOptions({
    queryKey: keyOf(system, "block"),
    queryFn: async () => {
      const { number, timestamp } = await readBlock(system.client);
      return { number, timestamp, readAt: performance.now() };
    },
    refetchInterval: 60_000,
    retry: (failures, error) => failures < 1 && wrongIn(error) === null,
  });
}

/** The chain's time now, in seconds: the newest block's, and the seconds since it was read. Undefined until then. */
export function useBlockTime(): number | undefined {
  const { data } = useQuery(blockQuery(useSystem()));
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return data && data.timestamp + Math.max(0, Math.floor((now - data.readAt) / 1000));
}
