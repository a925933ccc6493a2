import type { ReactNode } from "react";

type Props = { title?: ReactNode; aside?: ReactNode; children: ReactNode; className?: string };

/** A part of a page with a heading of its own. */
export function Card({ title, aside, children, className = "" }: Props) {
  return (
    <section className={`bg-card border-line rounded-xl border p-4 sm:p-6 ${className}`}>
      {title !== undefined && (
        <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <h2>{title}</h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
