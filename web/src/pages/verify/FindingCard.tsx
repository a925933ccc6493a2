import { useSay } from "../../content/useSay.ts";
import { checkWords, verifyWords } from "../../content/words/verify.ts";
import type { Currency } from "../../contracts/members/Town.ts";
import { type Finding, invariantOf, type Outcome } from "../../lib/verify/Finding.ts";
import { totalsOf } from "../../lib/verify/totalsOf.ts";
import { Figures } from "./Figures.tsx";
import { OutcomeMark } from "./OutcomeMark.tsx";
import { RowList } from "./RowList.tsx";

const EDGES: Record<Outcome, string> = { holds: "border-s-good", broken: "border-s-bad", unavailable: "border-s-warn" };

/** One check: what must hold, whether it does, its figures, and on a tap how they were made and where they differ. */
export function FindingCard({ finding, currencies }: { finding: Finding; currencies: readonly Currency[] }) {
  const say = useSay();
  const { key, outcome, rows } = finding;
  const words = checkWords[key];
  const totals = totalsOf(rows ?? []);
  return (
    <section className={`bg-card border-line rounded-xl border border-s-4 p-4 sm:p-6 ${EDGES[outcome]}`}>
      <div className="text-soft mb-1 flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
        <span>{say(verifyWords.check(invariantOf[key]))}</span>
        <OutcomeMark outcome={outcome} />
      </div>
      <h2 className="mb-4">{say(words.title)}</h2>
      <div className="space-y-4">
        {rows === null && <p className="text-warn">{say(verifyWords.unread)}</p>}
        {rows?.length === 0 && <p className="text-soft">{say(verifyWords.nothing)}</p>}
        {totals.map((total) => (
          <Figures key={total.unit} check={key} total={total} currencies={currencies} />
        ))}
      </div>
      <details className="mt-4" open={outcome === "broken"}>
        <summary className="text-link min-h-11 py-2 font-medium">{say(verifyWords.details)}</summary>
        <div className="space-y-5 pt-2">
          <p className="font-medium">{say(words.rule)}</p>
          <dl className="space-y-2 text-sm">
            {words.figures.map(({ name, how }) => (
              <div key={name.id}>
                <dt className="font-semibold">{say(name)}</dt>
                <dd className="text-soft max-w-prose">{say(how)}</dd>
              </div>
            ))}
          </dl>
          {rows !== null && rows.length > 0 && <RowList check={key} rows={rows} currencies={currencies} />}
        </div>
      </details>
    </section>
  );
}
