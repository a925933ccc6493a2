import { useSay } from "../../content/useSay.ts";
import { checkWords, verifyWords } from "../../content/words/verify.ts";
import type { Currency } from "../../contracts/members/Town.ts";
import { type Finding, invariantOf, type Outcome } from "../../lib/verify/Finding.ts";
import { totalsOf } from "../../lib/verify/totalsOf.ts";
import { Figures } from "./Figures.tsx";
import { OutcomeMark } from "./OutcomeMark.tsx";
import { RowList } from "./RowList.tsx";
import { useFigure } from "./useFigure.ts";

const EDGES: Record<Outcome, string> = { holds: "border-s-good", broken: "border-s-bad", unavailable: "border-s-warn" };

/** One check: what must hold and whether it does; on a tap its figures, how they were made, and where they differ. */
export function FindingCard({ finding, currencies }: { finding: Finding; currencies: readonly Currency[] }) {
  const say = useSay();
  const { key, outcome } = finding;
  return (
    <section className={`bg-card border-line rounded-xl border border-s-4 ${EDGES[outcome]}`}>
      <details open={outcome === "broken"} className="group">
        <summary className="marker:content-none grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 px-4 py-3 sm:px-6 [&::-webkit-details-marker]:hidden">
          <span className="text-soft flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
            <span>{say(verifyWords.check(invariantOf[key]))}</span>
            <OutcomeMark outcome={outcome} />
          </span>
          <span
            aria-hidden="true"
            className="text-link row-span-3 text-xl transition-transform group-open:rotate-180 motion-reduce:transition-none"
          >
            ⌄
          </span>
          <h2 className="text-lg">{say(checkWords[key].title)}</h2>
          <Glance finding={finding} currencies={currencies} />
        </summary>
        <div className="space-y-5 px-4 pb-5 sm:px-6">
          <Workings finding={finding} currencies={currencies} />
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
  const [first] = checkWords[key].figures;
  const figure = total?.figures[0];
  if (total === undefined || first === undefined || figure == null) return null;
  return (
    <span className="text-soft figures col-start-1 text-sm">
      {say(first.name)}: {sayFigure(figure, total.unit)}
    </span>
  );
}

function Workings({ finding: { key, rows }, currencies }: { finding: Finding; currencies: readonly Currency[] }) {
  const say = useSay();
  const words = checkWords[key];
  return (
    <>
      {rows === null && <p className="text-warn">{say(verifyWords.unread)}</p>}
      {rows?.length === 0 && <p className="text-soft">{say(verifyWords.nothing)}</p>}
      {totalsOf(rows ?? []).map((total) => (
        <Figures key={total.unit} check={key} total={total} currencies={currencies} />
      ))}
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
    </>
  );
}
