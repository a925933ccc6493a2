import { useState } from "react";
import { Card } from "../../components/Card.tsx";
import { HouseBars, streetOf } from "../../components/HouseBars.tsx";
import { Loaded } from "../../components/Loaded.tsx";
import { money, type Unit } from "../../content/format.ts";
import { projectWords } from "../../content/words/projects.ts";
import { useSay } from "../../content/useSay.ts";
import type { Deposit } from "../../chain/profit/Deposit.ts";
import { depositsQuery } from "../../chain/profit/depositsQuery.ts";
import { usePast } from "../../chain/past/usePast.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { profitOf } from "@one-small-town/core/profit/splitProfit.ts";
import { ProfitTable } from "./ProfitTable.tsx";

/** The profit a business has paid in, period by period. */
export function ProfitCard({ business, unit }: { business: bigint; unit: Unit }) {
  const say = useSay();
  const query = usePast(depositsQuery(useSystem(), business));
  return (
    <Card title={say(projectWords.profit)}>
      <Loaded query={query} lines={5}>
        {(deposits) =>
          deposits.length === 0 ? (
            <p className="text-soft">{say(projectWords.noProfit)}</p>
          ) : (
            <div className="space-y-4">
              <ProfitChart deposits={deposits} unit={unit} />
              <ProfitTable deposits={deposits} unit={unit} />
            </div>
          )
        }
      </Loaded>
    </Card>
  );
}

function ProfitChart({ deposits, unit }: { deposits: readonly Deposit[]; unit: Unit }) {
  const say = useSay();
  const [chosen, setChosen] = useState<number | null>(null);
  const newest = deposits.length - 1;
  const bars = streetOf(deposits.map(profitOf));
  const shown = deposits[chosen ?? newest];
  const total = deposits.reduce((sum, deposit) => sum + profitOf(deposit), 0n);
  return (
    <figure>
      <figcaption>
        <b className="font-sign figures block text-2xl">
          {say(projectWords.profitTotal(money(total, unit), deposits.length))}
        </b>
        <span className="sr-only">{say(projectWords.profitChart)}</span>
      </figcaption>
      <div className="mt-3">
        <HouseBars bars={bars} selected={chosen ?? newest} onSelect={setChosen} />
      </div>
      {shown !== undefined && (
        <p className="figures mt-2 text-sm">
          <bdi>{shown.period}</bdi>: <b>{money(profitOf(shown), unit)}</b>
        </p>
      )}
    </figure>
  );
}
