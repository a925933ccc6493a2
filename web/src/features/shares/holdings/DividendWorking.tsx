import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { InPages } from "../../../components/InPages.tsx";
import { Loaded } from "../../../components/Loaded.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { count, date, money } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { holdingWords } from "../../../content/words/holdings.ts";
import { blockTimeQuery } from "../../../chain/blockTimeQuery.ts";
import type { Read } from "../../../chain/combined.ts";
import type { Holding, HoldingPast } from "../../../chain/shares/Holding.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import type { DividendCredit } from "@one-small-town/core/shares/dividends.ts";

const PAGE = 12;

/** Each payment with the person's own numbers, newest first, and how it adds up; read when it is opened. */
export function DividendWorking({ holding, past: read }: { holding: Holding; past: Read<unknown> }) {
  const say = useSay();
  const [isOpen, setIsOpen] = useState(false);
  const { past } = holding;
  const numbered = past?.credits.map((credit, number) => ({ credit, number })) ?? [];
  return (
    <details className="md:col-span-2" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="text-link min-h-11 py-2 font-semibold">{say(holdingWords.working)}</summary>
      {isOpen && past === undefined && <Loaded query={read}>{() => null}</Loaded>}
      {isOpen && past !== undefined && (
        <div className="space-y-4 pt-1 text-sm">
          <p>
            {say(holdingWords.workingHelp)} {say(holdingWords.rounding)}
          </p>
          <InPages items={numbered.toReversed()} page={PAGE}>
            {(shown) => (
              <ol className="divide-line border-line divide-y border-y">
                {shown.map(({ credit, number }) => (
                  <Credit key={number} credit={credit} holding={holding} />
                ))}
              </ol>
            )}
          </InPages>
          <Sum holding={holding} past={past} />
        </div>
      )}
    </details>
  );
}

type CreditProps = { credit: DividendCredit; holding: Holding };

function Credit({ credit: { blockNumber, amount, carried, each, held, credit }, holding }: CreditProps) {
  const say = useSay();
  const inMoney = (units: bigint) => money(units, holding.token.currency);
  const all = count(holding.supply);
  const { data: time } = useQuery(blockTimeQuery(useSystem(), blockNumber));
  return (
    <li className="figures space-y-0.5 py-3">
      <p className="flex flex-wrap justify-between gap-x-4 font-semibold">
        <span>{time === undefined ? "…" : date(time)}</span>
        <span>{inMoney(credit)}</span>
      </p>
      <p className="text-soft">
        {carried === 0n
          ? say(holdingWords.splitLine(inMoney(amount), all, inMoney(each)))
          : say(holdingWords.splitWithRest(inMoney(amount), inMoney(carried), all, inMoney(each)))}
      </p>
      <p className="text-soft">{say(holdingWords.workingLine(inMoney(each), Number(held), inMoney(credit)))}</p>
    </li>
  );
}

/** The token's own figures are what counts; a list that differs says so. */
function Sum({ holding: { claimable, token }, past }: { holding: Holding; past: HoldingPast }) {
  const say = useSay();
  const { credits, claimed, cameAlong, wentAlong } = past;
  const sum = credits.reduce((total, { credit }) => total + credit, cameAlong - wentAlong);
  const inMoney = (units: bigint) => money(units, token.currency);
  if (sum !== claimable + claimed) {
    return <Notice kind="warn">{say(holdingWords.sumDiffers(inMoney(claimable + claimed)))}</Notice>;
  }
  return (
    <>
      {cameAlong > 0n && <p className="figures">{say(holdingWords.cameAlong(inMoney(cameAlong)))}</p>}
      {wentAlong > 0n && <p className="figures">{say(holdingWords.wentAlong(inMoney(wentAlong)))}</p>}
      <p className="figures font-semibold">
        {say(holdingWords.sumLine(inMoney(sum), inMoney(claimed), inMoney(claimable)))}
      </p>
    </>
  );
}
