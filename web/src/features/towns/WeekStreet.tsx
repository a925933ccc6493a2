import { calendarOf, weekStart } from "@one-small-town/core/hours/weeks.ts";
import { useState } from "react";
import type { WeekHours } from "../../chain/hours/useWeekHours.ts";
import type { Town } from "../../chain/members/Town.ts";
import type { TownFigures } from "../../chain/members/townFiguresQuery.ts";
import { Card } from "../../components/Card.tsx";
import { HouseBars } from "../../components/HouseBars.tsx";
import { type Unit, weekDate } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { townWords } from "../../content/words/towns.ts";
import { ReviewLine } from "./ReviewLine.tsx";
import { WeekReading } from "./WeekReading.tsx";
import { WeekTable } from "./WeekTable.tsx";

type Props = { town: Town; weeks: readonly WeekHours[] } & Pick<TownFigures, "pending" | "openWeeks">;

/** The weeks of a town as a street: each house as tall as its hours, and below the street who was active. */
export function WeekStreet({ town, weeks, pending, openWeeks }: Props) {
  const say = useSay();
  const { currency: unit } = town;
  return (
    <Card title={say(townWords.weeks)}>
      <div className="space-y-4">
        <ReviewLine town={town} pending={pending} openWeeks={openWeeks} />
        {weeks.length === 0 ? (
          <p className="text-soft">{say(townWords.weeksEmpty)}</p>
        ) : (
          <>
            <Chart weeks={weeks} unit={unit} />
            <details>
              <summary className="text-link min-h-11 py-2 font-semibold">{say(townWords.allWeeks)}</summary>
              <WeekTable weeks={weeks} unit={unit} />
            </details>
          </>
        )}
      </div>
    </Card>
  );
}

function Chart({ weeks, unit }: { weeks: readonly WeekHours[]; unit: Unit }) {
  const say = useSay();
  const calendar = calendarOf(weeks);
  const [chosen, setChosen] = useState<number | null>(null);
  const week = weeks.find(({ weekIndex }) => weekIndex === chosen) ?? weeks.at(-1);
  const newest = weeks.at(-1)?.weekIndex ?? 0;
  const bars = calendar.map((entry) =>
    entry === null ? null : { key: entry.weekIndex, above: entry.totals?.quarters ?? 0, below: entry.active },
  );
  return (
    <figure className="grid gap-x-8 gap-y-4 md:grid-cols-[1fr_15rem]">
      <figcaption className="sr-only">{say(townWords.weeksChart)}</figcaption>
      <div>
        <HouseBars bars={bars} selected={week?.weekIndex ?? null} onSelect={setChosen} />
        <div aria-hidden="true" className="text-soft figures mt-1 flex justify-between text-xs">
          <span>{weekDate(weekStart(newest - calendar.length + 1))}</span>
          <span>{weekDate(weekStart(newest))}</span>
        </div>
        <ul className="mt-2 flex flex-wrap gap-x-5 text-sm">
          <Key color="var(--link)" name={say(townWords.hoursKey)} />
          <Key color="var(--local)" name={say(townWords.activeKey)} />
        </ul>
      </div>
      {week !== undefined && <WeekReading week={week} unit={unit} />}
    </figure>
  );
}

function Key({ color, name }: { color: string; name: string }) {
  return (
    <li className="flex items-center gap-2">
      <span
        aria-hidden="true"
        className="forced-color-adjust-none size-3 shrink-0 rounded-sm"
        style={{ background: color }}
      />
      {name}
    </li>
  );
}
