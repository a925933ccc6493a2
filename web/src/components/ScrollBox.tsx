import type { ReactNode } from "react";

type Props = { label: string; className: string; children: ReactNode };

/** A part of the page that scrolls by itself. The keyboard can reach it, or who has no mouse would see only its beginning. */
export function ScrollBox({ label, className, children }: Props) {
  return (
    <section tabIndex={0} aria-label={label} className={className}>
      {children}
    </section>
  );
}
