import type { ReactNode } from "react";

/** Figures side by side, as many as fit. */
export function StatList({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-[repeat(auto-fit,minmax(7.5rem,1fr))] gap-x-4 gap-y-5">{children}</dl>;
}

/** A figure with its name below; to be used inside `StatList`. */
export function Stat({ name, value, note }: { name: ReactNode; value: ReactNode; note?: ReactNode }) {
  return (
    <div className="flex flex-col-reverse justify-end">
      <dt className="text-soft text-sm">
        {name}
        {note !== undefined && <span className="block text-xs">{note}</span>}
      </dt>
      <dd className="font-sign figures text-xl font-bold">{value}</dd>
    </div>
  );
}
