import type { ReactNode } from "react";

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
