import { SHIFT } from "@one-small-town/core/rules/Timesheet.ts";
import { Card } from "../../components/Card.tsx";
import { weekDate } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { hoursWords } from "../../content/words/hours.ts";
import { weekStart } from "@one-small-town/core/hours/weeks.ts";
import { type Bar, barsOf } from "./barsOf.ts";
import type { MemberWeeks } from "./useMemberWeeks.ts";

const LEAST_HEIGHT = 2 * SHIFT; // the line from which a week counts is then in the middle
const WIDEST = 5; // rem; so that the bars of a new member do not fill the page

const LOOKS: Record<Bar["kind"], string> = {
  active: "bg-link forced-color-adjust-none",
  short: "border-2 border-soft",
  review: "border-2 border-link border-dashed bg-info-soft",
  none: "",
};

/** A bar for each week and the line from which a week counts. The list of weeks says the same in words. */
export function HoursChart({ weeks }: { weeks: MemberWeeks }) {
  const say = useSay();
  const bars = barsOf(weeks);
  if (bars.length === 0) return null;
  const top = Math.max(LEAST_HEIGHT, ...bars.map(({ quarters }) => quarters));
  const percent = (quarters: number) => `${(quarters / top) * 100}%`;
  const [first, last] = [bars[0]?.weekIndex ?? 0, bars.at(-1)?.weekIndex ?? 0];
  return (
    <Card title={say(hoursWords.chartTitle)}>
      <figure style={{ maxWidth: `${bars.length * WIDEST + 2}rem` }}>
        <figcaption className="sr-only">{say(hoursWords.chartLabel)}</figcaption>
        <div aria-hidden="true" className="relative h-44 ps-9">
          <div className="border-line flex h-full items-end gap-px border-b-2 sm:gap-1">
            {bars.map(({ weekIndex, quarters, kind }) => (
              <div
                key={weekIndex}
                className={`min-w-0 flex-1 rounded-t-sm ${LOOKS[kind]}`}
                style={{ height: percent(quarters) }}
              />
            ))}
          </div>
          <div
            className="border-ink bg-card absolute inset-x-0 border-t-2 border-dashed"
            style={{ bottom: percent(SHIFT) }}
          >
            <span className="absolute start-0 bottom-0.5 text-xs font-semibold">{say(hoursWords.chartMark)}</span>
          </div>
        </div>
        <div aria-hidden="true" className="text-soft figures flex justify-between ps-9 pt-1 text-xs">
          <span>{weekDate(weekStart(first))}</span>
          {last !== first && <span>{weekDate(weekStart(last))}</span>}
        </div>
      </figure>
      <ChartKey kinds={bars.map(({ kind }) => kind)} />
    </Card>
  );
}

const KEYS = ["active", "short", "review"] as const;

function ChartKey({ kinds }: { kinds: readonly Bar["kind"][] }) {
  const say = useSay();
  const words = { active: hoursWords.keyActive, short: hoursWords.keyShort, review: hoursWords.keyReview };
  return (
    <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {KEYS.filter((kind) => kinds.includes(kind)).map((kind) => (
        <li key={kind} className="flex items-center gap-2">
          <span aria-hidden="true" className={`size-4 shrink-0 rounded-sm ${LOOKS[kind]}`} />
          {say(words[kind])}
        </li>
      ))}
      <li className="flex items-center gap-2">
        <span aria-hidden="true" className="border-ink w-4 border-t-2 border-dashed" />
        {say(hoursWords.chartLine)}
      </li>
    </ul>
  );
}
