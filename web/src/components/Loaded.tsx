import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Skeleton } from "./Skeleton.tsx";
import { Unreachable } from "./Unreachable.tsx";

type Props<data> = { query: UseQueryResult<data>; lines?: number; children: (data: data) => ReactNode };

/** What a query has read; grey lines until it has, and words when it cannot. */
export function Loaded<data>({ query, lines, children }: Props<data>) {
  if (query.isError) return <Unreachable retry={() => void query.refetch()} />;
  if (query.data === undefined) return <Skeleton lines={lines ?? 3} />;
  return <>{children(query.data)}</>;
}
