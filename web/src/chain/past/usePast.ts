import { type QueryKey, useQuery, useQueryClient, type UseQueryOptions } from "@tanstack/react-query";
import type { Read } from "../combined.ts";
import { useSystem } from "../useSystem.ts";
import { letTakeLong, PastInPieces } from "./PastInPieces.ts";

/** What has happened: read after the present, and at once only from a node that can tell it at once. */
export function usePast<value, key extends QueryKey>(options: UseQueryOptions<value, Error, value, key>): Read<value> {
  const system = useSystem();
  const queries = useQueryClient();
  const { data, isError, error, refetch } = useQuery(options);
  const isOffered = data === undefined && error instanceof PastInPieces;
  const accept = () => {
    letTakeLong(system);
    void queries.refetchQueries({ type: "active", predicate: ({ state }) => state.error instanceof PastInPieces });
  };
  return { data, isError, error, isOffered, refetch: isOffered ? accept : refetch };
}
