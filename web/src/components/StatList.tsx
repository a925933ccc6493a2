import type { ReactNode } from "react";

/** Figures side by side, two on a phone. */
export function StatList({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-2 gap-x-4 gap-y-5 md:grid-cols-4">{children}</dl>;
}
