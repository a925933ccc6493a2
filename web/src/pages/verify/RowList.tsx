import { shortAddress } from "@one-small-town/core/text.ts";
import { type FindingKey, isContrary, type Row, worstFirst } from "@one-small-town/core/verify/Finding.ts";
import { trueSigns } from "@one-small-town/core/verify/trueSigns.ts";
import { useState } from "react";
import type { Address } from "viem";
import type { Currency } from "../../chain/members/Town.ts";
import { Button } from "../../components/Button.tsx";
import { useSay } from "../../content/useSay.ts";
import { checkWords } from "../../content/words/checks.ts";
import { workingsWords } from "../../content/words/workings.ts";
import { OutcomeMark } from "./OutcomeMark.tsx";
import { useFigure } from "./useFigure.ts";

type Props = { check: FindingKey; rows: readonly Row[]; currencies: readonly Currency[] };

/** As many comparisons as people look through; of more, those that fail come first. */
const PAGE = 60;

/** Every comparison of a check by itself: each town, each business, each contract and currency. */
export function RowList({ check, rows, currencies }: Props) {
  const say = useSay();
  const nameOf = useRowName(check);
  const [most, setMost] = useState(PAGE);
  const rest = rows.length - most;
  const shown = rows.length > PAGE ? worstFirst(rows).slice(0, most) : rows;
  return (
    <>
      <ul className="grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {shown.map((row, i) => (
          <li key={i} className="border-line border-t pt-2">
            <div className="flex items-baseline justify-between gap-x-3">
              <h4 className="min-w-0 font-semibold">{nameOf(row)}</h4>
              <OutcomeMark outcome={row.outcome} isShort />
            </div>
            <RowFigures check={check} row={row} currencies={currencies} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button look="second" className="mt-4 w-full" onClick={() => setMost(most + PAGE)}>
          {say(workingsWords.showMore(rest))}
        </Button>
      )}
    </>
  );
}

function RowFigures({ check, row, currencies }: { check: FindingKey; row: Row; currencies: readonly Currency[] }) {
  const say = useSay();
  const sayFigure = useFigure(currencies);
  const { figures } = checkWords[check];
  const signs = trueSigns(
    row.figures,
    figures.map(({ sign }) => sign),
  );
  return (
    <dl className="text-sm">
      {figures.map(({ name }, i) => (
        <div key={name.id} className="flex flex-wrap justify-between gap-x-3">
          <dt className="text-soft">
            <span className={`inline-block w-4 ${isContrary(signs[i]) ? "text-bad font-bold" : ""}`}>{signs[i]}</span>
            {say(name)}
          </dt>
          <dd className="figures ms-auto">{sayFigure(row.figures[i] ?? null, row.unit)}</dd>
        </div>
      ))}
    </dl>
  );
}

function useRowName(check: FindingKey): (row: Row) => string {
  const say = useSay();
  const nameOf = ({ contract, name, town, unit }: Row): string => {
    if (check === "held" && unit === "infinity") return say(workingsWords.unclaimed);
    if (check === "funds" && town === null && name !== null) return say(workingsWords.office(name));
    if (contract === "InvestorToken" && name !== null) return say(workingsWords.dividendsOf(name));
    if (contract !== null) return contract in workingsWords.contracts ? say(contractName(contract)) : contract;
    if (name !== null) return name;
    if (check === "minted") return say(workingsWords.strange);
    return say(unit === "infinity" ? workingsWords.allInfinity : workingsWords.elsewhere);
  };
  return (row) => {
    if (row.detail === null) return nameOf(row);
    const { kind, id } = row.detail;
    if (kind === "view") return say(workingsWords.view(row.contract ?? "", id, row.detail.says, row.detail.must));
    return say(workingsWords.detail[kind](nameOf(row), kind === "wallet" ? shortAddress(id as Address) : id));
  };
}

function contractName(contract: string) {
  return workingsWords.contracts[contract as keyof typeof workingsWords.contracts];
}
