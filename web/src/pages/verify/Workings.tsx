import { checkWords } from "../../content/words/checks.ts";
import { useSay } from "../../content/useSay.ts";
import { workingsWords } from "../../content/words/workings.ts";
import type { Currency } from "../../chain/members/Town.ts";
import type { Finding } from "@one-small-town/core/verify/Finding.ts";
import { totalsOf } from "@one-small-town/core/verify/rows/rows.ts";
import { Figures } from "./Figures.tsx";
import { RowList } from "./RowList.tsx";

/** How a check was made: its figures with the signs between them, its rule, how each figure was made, and each row. */
export function Workings({ finding, currencies }: { finding: Finding; currencies: readonly Currency[] }) {
  const say = useSay();
  const { key, rows } = finding;
  const words = checkWords[key];
  return (
    <div className="space-y-5">
      {rows === null && <p className="text-warn">{say(workingsWords.unread)}</p>}
      {rows?.length === 0 && <p className="text-soft">{say(workingsWords.nothing)}</p>}
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
    </div>
  );
}
