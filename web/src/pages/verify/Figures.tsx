import { type FindingKey, isContrary } from "@one-small-town/core/verify/Finding.ts";
import type { Total } from "@one-small-town/core/verify/rows/rows.ts";
import { trueSigns } from "@one-small-town/core/verify/trueSigns.ts";
import { Fragment } from "react";
import type { Currency } from "../../chain/members/Town.ts";
import { percent } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { checkWords } from "../../content/words/checks.ts";
import { workingsWords } from "../../content/words/workings.ts";
import { useFigure } from "./useFigure.ts";

type Props = { check: FindingKey; total: Total; currencies: readonly Currency[] };

/** The figures of a check beside each other, with the sign between them that must hold. */
export function Figures({ check, total: { unit, figures }, currencies }: Props) {
  const say = useSay();
  const sayFigure = useFigure(currencies);
  const signs = trueSigns(
    figures,
    checkWords[check].figures.map(({ sign }) => sign),
  );
  const parts = check === "floor" ? percentsOf(figures) : [];
  return (
    <dl className="flex flex-col gap-x-5 gap-y-2 sm:flex-row sm:flex-wrap sm:items-start">
      {checkWords[check].figures.map(({ name }, i) => {
        const sign = signs[i];
        const look = isContrary(sign) ? "text-bad" : "text-soft";
        const text = sayFigure(figures[i] ?? null, unit);
        const part = parts[i];
        return (
          <Fragment key={name.id}>
            {sign !== undefined && (
              <span aria-hidden="true" className={`font-sign text-xl font-bold max-sm:hidden ${look}`}>
                {sign}
              </span>
            )}
            <div className="flex flex-wrap items-baseline justify-between gap-x-3 sm:flex-col-reverse sm:gap-0">
              <dt className="text-soft text-sm">
                <span className={`inline-block w-5 font-bold sm:hidden ${look}`}>{sign}</span>
                {say(name)}
              </dt>
              <dd className="font-sign figures ms-auto text-base font-bold sm:ms-0 sm:text-xl">
                {part === undefined ? text : say(workingsWords.partOf(text, percent(part)))}
              </dd>
            </div>
          </Fragment>
        );
      })}
    </dl>
  );
}

/** What part of the first figure the others are, in basis points. */
function percentsOf([whole, ...parts]: readonly (bigint | null)[]): (number | undefined)[] {
  if (whole == null || whole === 0n) return [];
  return [undefined, ...parts.map((part) => (part === null ? undefined : nearest(part, whole)))];
}

function nearest(part: bigint, whole: bigint): number {
  return Number((part * 20_000n + whole) / (2n * whole));
}
