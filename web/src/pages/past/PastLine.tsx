import { lazy, Suspense } from "react";
import { useSystem } from "../../chain/useSystem.ts";

const HistoryNote = lazy(() => import("./HistoryNote.tsx").then(({ HistoryNote: note }) => ({ default: note })));

/** What stands where a page shows the past, if a history is beside the pages; room for it is kept. */
export function PastLine() {
  const { settings } = useSystem();
  if (settings.history === undefined) return null;
  return (
    <div className="min-h-[2lh] text-sm sm:min-h-[1lh]">
      <Suspense>
        <HistoryNote />
      </Suspense>
    </div>
  );
}
