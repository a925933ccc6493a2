import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { blockQuery } from "./blockQuery.ts";
import { changes } from "./reads.ts";
import { useSystem } from "./useSystem.ts";

/** What was read a moment ago is not read again. */
const FRESH = 10_000;

/**
 * Reads what is on the screen again with each newer block that is read: all of it at the same moment, so that looking on
 * costs a node two requests each time, however much a page shows.
 */
export function useFreshReads(): void {
  const queries = useQueryClient();
  const { data } = useQuery(blockQuery(useSystem()));
  const block = data?.number;
  useEffect(() => {
    if (block === undefined) return;
    const before = Date.now() - FRESH;
    void queries.refetchQueries(
      {
        type: "active",
        predicate: ({ queryKey, state }) =>
          changes(queryKey) && state.dataUpdatedAt < before && state.data !== undefined,
      },
      { cancelRefetch: false },
    );
  }, [block, queries]);
}
