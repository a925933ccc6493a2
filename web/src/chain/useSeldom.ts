import { type QueryKey, useQuery, type UseQueryOptions } from "@tanstack/react-query";

/** After so many milliseconds it is read again for who is still there. */
const OLD = 300_000;

/**
 * What a read says, for what stands beside every page: it is read when somebody comes, and not with each block, so that
 * looking on costs a node no more for it. Where a page shows the same, it is read as often as that page wants.
 */
export function useSeldom<data, key extends QueryKey>(
  options: UseQueryOptions<data, Error, data, key>,
  isWanted = true,
): data | undefined {
  const { data } = useQuery({
    ...options,
    enabled: ({ state }) => isWanted && (state.data === undefined || state.dataUpdatedAt < Date.now() - OLD),
  });
  return data;
}
