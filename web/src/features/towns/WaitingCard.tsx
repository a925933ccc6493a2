import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { waitingQuery } from "../../chain/members/waitingQuery.ts";
import { useSystem } from "../../chain/useSystem.ts";

// In most towns nothing waits, and their people need not load what shows it.
const WaitingList = lazy(() => import("./WaitingList.tsx").then((module) => ({ default: module.WaitingList })));

/** What waits for the Country Ambassador; nothing is shown while nothing does. */
export function WaitingCard({ town }: { town: number }) {
  const system = useSystem();
  const { data } = useQuery(waitingQuery(system, town));
  if (data === undefined || (data.namings.length === 0 && data.limit.raise === null)) return null;
  return (
    <Suspense>
      <WaitingList waiting={data} explorer={system.settings.network.explorer} />
    </Suspense>
  );
}
