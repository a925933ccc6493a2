import type { Earnings } from "@one-small-town/core/hours/earnings.ts";
import { QUARTERS_PER_HOUR } from "@one-small-town/core/hours/timesheet.ts";
import type { Town } from "../../chain/members/Town.ts";
import { infinity, money } from "../../content/format.ts";
import { weekRange } from "../../content/weeks.ts";
import { useSay } from "../../content/useSay.ts";
import { hoursWords } from "../../content/words/hours.ts";
import { WeekBadge } from "./WeekBadge.tsx";
import { WeekWorking } from "./WeekWorking.tsx";

type Props = { town: Town; week: Earnings; isClaimed: boolean; isOpen: boolean };

/** A closed week: its hours and what they brought; opened, how that was worked out. */
export function WeekRow({ town, week, isClaimed, isOpen }: Props) {
  const say = useSay();
  const { weekIndex, quarters, isActive } = week;
  return (
    <li>
      <details open={isOpen} className="group py-1">
        <summary className="flex min-h-12 items-center gap-3 py-2 [&::-webkit-details-marker]:hidden">
          <span
            aria-hidden="true"
            className="text-link w-4 shrink-0 transition-transform group-open:rotate-90 rtl:-scale-x-100 rtl:group-open:-rotate-90"
          >
            ▸
          </span>
          <span className="min-w-0 flex-1">
            <span className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm sm:text-base">
              <b className="min-w-24 flex-1 basis-24">{weekRange(weekIndex)}</b>
              <b className="figures ms-auto">{isActive && `${infinity(week.infinity)} INFINITY`}</b>
            </span>
            <span className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
              <span className="text-soft flex min-w-20 flex-1 basis-20 flex-wrap items-center gap-x-2">
                {quarters === 0 ? say(hoursWords.noHours) : say(hoursWords.hours(quarters / QUARTERS_PER_HOUR))}
                {isActive && <WeekBadge kind={isClaimed ? "claimed" : "ready"} />}
              </span>
              <span className="figures ms-auto">{week.cash > 0n && money(week.cash, town.currency)}</span>
            </span>
          </span>
        </summary>
        <WeekWorking town={town} week={week} />
      </details>
    </li>
  );
}
