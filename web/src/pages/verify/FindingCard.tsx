import { Suspense, useState } from "react";
import { Skeleton } from "../../components/Skeleton.tsx";
import { useSay } from "../../content/useSay.ts";
import { checkHeadings } from "../../content/words/checkHeadings.ts";
import { findingWords } from "../../content/words/findings.ts";
import type { Currency } from "../../chain/members/Town.ts";
import { type Finding, invariantOf, type Outcome } from "@one-small-town/core/verify/Finding.ts";
import { totalsOf } from "@one-small-town/core/verify/rows/rows.ts";
import { OutcomeMark } from "./OutcomeMark.tsx";
import { useFigure } from "./useFigure.ts";
import { whenLoaded } from "./whenLoaded.tsx";

const Workings = whenLoaded(() => import("./Workings.tsx").then((file) => file.Workings));

const EDGES: Record<Outcome, string> = { holds: "border-s-good", broken: "border-s-bad", unavailable: "border-s-warn" };

/** One check: what must hold and whether it does; on a tap its figures, how they were made, and where they differ. */
export function FindingCard({ finding, currencies }: { finding: Finding; currencies: readonly Currency[] }) {
  const say = useSay();
  const { key, outcome } = finding;
  const invariant = invariantOf[key];
  const [isOpen, setIsOpen] = useState(outcome === "broken");
  return (
    <section className={`bg-card border-line rounded-xl border border-s-4 ${EDGES[outcome]}`}>
      <details open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)} className="group">
        <summary className="marker:content-none grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 px-4 py-3 sm:px-6 [&::-webkit-details-marker]:hidden">
          <span className="text-soft flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
            <span>{say(invariant === null ? findingWords.comparison : findingWords.check(invariant))}</span>
            <OutcomeMark outcome={outcome} />
          </span>
          <span
            aria-hidden="true"
            className="text-link row-span-3 text-xl transition-transform group-open:rotate-180 motion-reduce:transition-none"
          >
            ⌄
          </span>
          <h3>{say(checkHeadings[key].title)}</h3>
          <Glance finding={finding} currencies={currencies} />
        </summary>
        <div className="px-4 pb-5 sm:px-6">
          {isOpen && (
            <Suspense fallback={<Skeleton lines={6} />}>
              <Workings finding={finding} currencies={currencies} />
            </Suspense>
          )}
        </div>
      </details>
    </section>
  );
}

/** The first figure of a check, for who only passes by. */
function Glance({ finding: { key, rows }, currencies }: { finding: Finding; currencies: readonly Currency[] }) {
  const say = useSay();
  const sayFigure = useFigure(currencies);
  const [total] = totalsOf(rows ?? []);
  const figure = total?.figures[0];
  if (total === undefined || figure == null) return null;
  return (
    <span className="text-soft figures col-start-1 text-sm">
      {say(checkHeadings[key].figure)}: {sayFigure(figure, total.unit)}
    </span>
  );
}
