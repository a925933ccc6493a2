import { type Benefit, hasEnd, weeksToFetch } from "@one-small-town/core/hours/benefits.ts";
import { weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import { useState } from "react";
import type { Kitchen } from "../../../chain/hours/Kitchen.ts";
import type { Town } from "../../../chain/members/Town.ts";
import { Button } from "../../../components/Button.tsx";
import { Card } from "../../../components/Card.tsx";
import { useSay } from "../../../content/useSay.ts";
import { benefitWords } from "../../../content/words/benefits.ts";
import { serveWords } from "../../../content/words/serve.ts";
import { endBenefit } from "../../../transactions/endBenefit.ts";
import { TransactionButton } from "../../../transactions/TransactionButton.tsx";
import { nameOfBenefit } from "../benefits/nameOfBenefit.ts";
import { ListForm } from "./ListForm.tsx";

/** What the town promises for active weeks, as long as something of it can be fetched; and the form for something new. */
export function BenefitList({ town, kitchen, now }: { town: Town; kitchen: Kitchen; now: number }) {
  const say = useSay();
  const shown = kitchen.benefits.filter((benefit) => weeksToFetch(benefit, now).length > 0 || !hasEnd(benefit));
  return (
    <Card title={say(serveWords.list)}>
      {shown.length === 0 && <p>{say(serveWords.nothingListed)}</p>}
      <ul className="divide-line divide-y">
        {shown.map((benefit) => (
          <BenefitRow key={benefit.id} benefit={benefit} town={town} now={now} />
        ))}
      </ul>
      <details className="mt-3">
        <summary className="py-2 font-semibold">{say(serveWords.add)}</summary>
        <ListForm town={town} />
      </details>
    </Card>
  );
}

function BenefitRow({ benefit, town, now }: { benefit: Benefit; town: Town; now: number }) {
  const say = useSay();
  const { kind, perShift, units, validWeeks, words } = benefit;
  return (
    <li className="space-y-1 py-3">
      <h3>{nameOfBenefit(benefit, say)}</h3>
      <p className="text-soft text-sm">
        {[say(benefitWords.kinds[kind]), words?.place, words?.times].filter((part) => part).join(" · ")}
      </p>
      <p className="text-sm">
        {say(perShift ? serveWords.perShift(units) : serveWords.perWeek(units))}. {say(serveWords.valid(validWeeks))}.
      </p>
      {hasEnd(benefit) ? (
        <p className="text-sm font-semibold">{say(serveWords.endsWith(benefit.lastWeekIndex))}</p>
      ) : (
        <EndPart benefit={benefit} town={town} now={now} />
      )}
    </li>
  );
}

/** Two taps, as it cannot be undone. */
function EndPart({ benefit, town, now }: { benefit: Benefit; town: Town; now: number }) {
  const say = useSay();
  const [isAsking, setIsAsking] = useState(false);
  const name = nameOfBenefit(benefit, say);
  const lastWeekIndex = weekIndexOf(now);
  if (!isAsking)
    return (
      <Button
        look="quiet"
        className="!px-0 text-sm"
        aria-label={say(serveWords.endTitle(name))}
        onClick={() => setIsAsking(true)}
      >
        {say(serveWords.end)}
      </Button>
    );
  return (
    <div className="space-y-2">
      <p>{say(serveWords.endHelp(lastWeekIndex))}</p>
      <TransactionButton
        transaction={endBenefit}
        input={{ town, benefit, name, lastWeekIndex }}
        label={say(serveWords.endTitle(name))}
      />
      <Button look="second" onClick={() => setIsAsking(false)}>
        {say(serveWords.keep)}
      </Button>
    </div>
  );
}
