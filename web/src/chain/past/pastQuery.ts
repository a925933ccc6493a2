import { queryOptions } from "@tanstack/react-query";
import { keyOf } from "../keys.ts";
import type { System } from "../System.ts";

/** When the history beside the pages ends, in seconds; null where it does not come. */
export function pastQuery(system: System) {
  return queryOptions({
    queryKey: keyOf(system, "past"),
    queryFn: async (): Promise<{ to: number } | null> => {
      const past = (await system.client.past?.()) ?? null;
      if (past === null) return null;
      return past.parts("rest").then(
        () => ({ to: past.index.upTo.time }),
        () => null,
      );
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
