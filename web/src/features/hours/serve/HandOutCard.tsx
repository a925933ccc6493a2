import { useEffect, useRef } from "react";
import { Button } from "../../../components/Button.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { useSay } from "../../../content/useSay.ts";
import { weekRange } from "../../../content/weeks.ts";
import { benefitWords } from "../../../content/words/benefits.ts";
import { serveWords } from "../../../content/words/serve.ts";
import { nameOfBenefit } from "../benefits/nameOfBenefit.ts";
import type { Judged } from "./judgeCode.ts";

type Props = { judged: Judged; onDone: () => void; onCancel: () => void };

/** What goes over the counter for a code that is good, large enough to be read from a step away. No name, no face. */
export function HandOutCard({ judged: { redemption, benefit, had, all }, onDone, onCancel }: Props) {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const units = redemption.cumulativeUnits - had;
  return (
    <div className="bg-card border-good space-y-4 rounded-xl border-2 p-4 sm:p-6">
      <h2 ref={heading} tabIndex={-1} className="text-2xl outline-none">
        {say(serveWords.handOut(units, nameOfBenefit(benefit, say)))}
      </h2>
      <p>
        <b>{say(serveWords.member(redemption.number))}</b>
        {" · "}
        {say(benefitWords.ofWeek(weekRange(redemption.weekIndex)))}
        {" · "}
        {say(serveWords.had(had, all))}
      </p>
      {units > 1 && <Notice kind="info">{say(serveWords.several(units))}</Notice>}
      <div className="flex flex-wrap gap-3">
        <Button className="grow" onClick={onDone}>
          {say(serveWords.handedOut)}
        </Button>
        <Button look="second" onClick={onCancel}>
          {say(serveWords.notNow)}
        </Button>
      </div>
    </div>
  );
}
