import type { ReactNode } from "react";

type Props = { over?: ReactNode; title: ReactNode; under?: ReactNode; aside?: ReactNode };

/** The street sign of a place: what it is above, its name, and a line below. */
export function Plaque({ over, title, under, aside }: Props) {
  return (
    <div className="plaque flex flex-wrap items-end justify-between gap-4 px-6 py-5 sm:px-8 sm:py-7">
      <div className="min-w-0">
        {over !== undefined && <div className="mb-1 text-sm font-medium [&_a]:text-on-enamel">{over}</div>}
        <h1 className="text-2xl sm:text-3xl">{title}</h1>
        {under !== undefined && <div className="mt-2 text-sm sm:text-base [&_a]:text-on-enamel">{under}</div>}
      </div>
      {aside}
    </div>
  );
}
