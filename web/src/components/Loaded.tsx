import type { ReactNode } from "react";
import { PastOffer } from "./PastOffer.tsx";
import { Skeleton } from "./Skeleton.tsx";
import { Unreachable } from "./Unreachable.tsx";

type Props<data> = {
  query: { data: data | undefined; isError: boolean; error?: unknown; isOffered?: boolean; refetch: () => unknown };
  lines?: number;
  children: (data: data) => ReactNode;
};

/** What a query, or several combined, have read; grey lines until they have, and words when they cannot. */
export function Loaded<data>({ query, lines, children }: Props<data>) {
  if (query.isOffered) return <PastOffer accept={() => void query.refetch()} />;
  if (query.isError) return <Unreachable retry={() => void query.refetch()} error={query.error} />;
  if (query.data === undefined) return <Skeleton lines={lines ?? 3} />;
  return <>{children(query.data)}</>;
}
