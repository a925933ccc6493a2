import type { Earnings } from "@one-small-town/core/hours/earnings.ts";
import { isActive, QUARTERS_PER_HOUR, shiftsOf } from "@one-small-town/core/hours/timesheet.ts";
import { useId, useState } from "react";
import type { Town } from "../../chain/members/Town.ts";
import { Card } from "../../components/Card.tsx";
import { hoursOf, money } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { tryHoursWords } from "../../content/words/tryHours.ts";

const FORTY_HOURS = 40 * QUARTERS_PER_HOUR;
const EXAMPLE = 29;

/** The rule in words, and a slider to try it with. Cash is that of the last closed week, if there is one. */
export function TryHours({ town, last }: { town: Town; last: Earnings | undefined }) {
  const say = useSay();
  const id = useId();
  const [quarters, setQuarters] = useState(EXAMPLE);
  const hours = hoursOf(quarters);
  return (
    <Card title={say(tryHoursWords.title)}>
      <p className="max-w-prose">{say(tryHoursWords.help)}</p>
      <label htmlFor={id} className="mt-4 flex flex-wrap items-baseline justify-between gap-x-4 font-semibold">
        {say(tryHoursWords.slider)}
        <span aria-hidden="true" className="figures font-sign text-xl">
          {hours}
        </span>
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={FORTY_HOURS}
        value={quarters}
        aria-valuetext={say(tryHoursWords.hours(quarters / QUARTERS_PER_HOUR))}
        onChange={(event) => setQuarters(event.target.valueAsNumber)}
        className="accent-link h-11 w-full cursor-pointer"
      />
      <output htmlFor={id} className="bg-sunken figures block space-y-1 rounded-lg p-4 text-sm">
        <span className="block font-semibold">{say(tryHoursWords.work(hours, shiftsOf(quarters)))}</span>
        <span className="block">
          {!isActive(quarters) && say(tryHoursWords.noCash)}
          {isActive(quarters) &&
            last !== undefined &&
            say(tryHoursWords.cash(money(last.cashPerActive, town.currency)))}
        </span>
      </output>
    </Card>
  );
}
