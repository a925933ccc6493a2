import type { ReactNode } from "react";

/** Figures side by side, as many as fit. */
export function StatList({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-[repeat(auto-fit,minmax(7.5rem,1fr))] gap-x-4 gap-y-5">{children}</dl>;
}
