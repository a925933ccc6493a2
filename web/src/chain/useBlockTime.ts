import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { blockQuery } from "./blockQuery.ts";
import { useSystem } from "./useSystem.ts";

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
