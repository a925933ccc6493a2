import { Card } from "../../../components/Card.tsx";
import { money, percent, type Unit } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { accountabilityWords } from "../../../content/words/accountability.ts";
import type { Accountability } from "../../../chain/projects/accountability/Accountability.ts";
import type { BudgetLine } from "@one-small-town/core/projects/plans/Plan.ts";
import { trancheAmounts } from "@one-small-town/core/shares/Terms.ts";
import { ReleaseLine } from "./ReleaseLine.tsx";

type Props = {
  sale: Accountability["sale"];
  /** Null when the plan's figures cannot be read. */
  budget: readonly BudgetLine[] | null;
  unit: Unit;
};

/** What the plan wants each part of the sale's money for, and what became of that part. */
export function BudgetCard({ sale, budget, unit }: Props) {
  const say = useSay();
  return (
    <Card title={say(accountabilityWords.budget)}>
      {sale === null ? (
        <>
          <p className="text-soft">{say(accountabilityWords.noSale)}</p>
          <Lines lines={budget ?? []} unit={unit} />
        </>
      ) : (
        <Parts sale={sale} budget={budget} unit={unit} />
      )}
    </Card>
  );
}

function Parts({ sale: { offering, releases }, budget, unit }: Props & { sale: NonNullable<Props["sale"]> }) {
  const say = useSay();
  const { price, sold, tranches } = offering;
  const amounts = trancheAmounts(price * BigInt(sold), tranches);
  return (
    <>
      {budget === null && <p className="text-soft">{say(accountabilityWords.noBudgetYet)}</p>}
      <ol className="divide-line divide-y">
        {tranches.map((basisPoints, i) => {
          const lines = budget?.filter(({ tranche }) => tranche === i + 1) ?? [];
          const asked = releases.filter(({ tranche }) => tranche === i);
          return (
            <li key={`${i} ${basisPoints}`} className="space-y-2 py-3">
              <h3>{say(accountabilityWords.tranche(String(i + 1), percent(basisPoints)))}</h3>
              <p className="figures text-sm">{say(accountabilityWords.trancheAmount(money(amounts[i] ?? 0n, unit)))}</p>
              {budget !== null && lines.length === 0 && (
                <p className="text-soft text-sm">{say(accountabilityWords.noBudget)}</p>
              )}
              <Lines lines={lines} unit={unit} />
              {asked.length === 0 && <p className="text-soft text-sm">{say(accountabilityWords.notAsked)}</p>}
              {asked.map((release) => (
                <ReleaseLine key={`${release.askedAt} ${release.evidence.hash}`} release={release} unit={unit} />
              ))}
            </li>
          );
        })}
      </ol>
      {budget
        ?.filter(({ tranche }) => tranche > tranches.length)
        .map(({ what, tranche }) => (
          <p key={`${what} ${tranche}`} className="text-warn text-sm">
            {say(accountabilityWords.otherPart(what, String(tranche)))}
          </p>
        ))}
    </>
  );
}

function Lines({ lines, unit }: { lines: readonly BudgetLine[]; unit: Unit }) {
  const say = useSay();
  return (
    <ul className="text-sm">
      {lines.map(({ what, amount }, i) => (
        <li key={`${i} ${what}`} className="flex flex-wrap justify-between gap-x-3">
          <span>{what}</span>
          <span className="figures ms-auto">{say(accountabilityWords.planned(money(amount, unit)))}</span>
        </li>
      ))}
    </ul>
  );
}
