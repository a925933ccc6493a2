import { QUARTERS_PER_HOUR } from "@one-small-town/core/hours/timesheet.ts";
import { lazy, Suspense } from "react";
import { useBlockTime } from "../../chain/blockQuery.ts";
import type { MemberHours } from "../../chain/hours/memberHoursQuery.ts";
import type { Town } from "../../chain/members/Town.ts";
import { dateTime } from "../../content/format.ts";
import { weekRange } from "../../content/weeks.ts";
import { useSay } from "../../content/useSay.ts";
import { hoursWords } from "../../content/words/hours.ts";
import { WeekBadge } from "./WeekBadge.tsx";

const CountWeek = lazy(() => import("../../transactions/CountWeek.tsx").then((part) => ({ default: part.CountWeek })));

type Props = { town: Town; pending: NonNullable<MemberHours["pending"]>; quarters: number };

/** The week under review: its hours may still be refused, so nothing is worked out yet. */
export function ReviewRow({ town, pending: { weekIndex, reviewEnds }, quarters }: Props) {
  const say = useSay();
  const now = useBlockTime();
  const isOver = now !== undefined && now >= reviewEnds;
  return (
    <li className="py-3 ps-7">
      <p className="text-sm font-bold sm:text-base">{weekRange(weekIndex)}</p>
      <p className="text-soft flex flex-wrap items-center gap-x-2 text-sm">
        {quarters === 0 ? say(hoursWords.noHours) : say(hoursWords.hours(quarters / QUARTERS_PER_HOUR))}
        <WeekBadge kind="review" />
      </p>
      <p className="mt-1 text-sm">
        {say(isOver ? hoursWords.reviewOver : hoursWords.reviewUntil(dateTime(reviewEnds)))}
      </p>
      {isOver && (
        <div className="mt-2 min-h-20">
          <Suspense>
            <CountWeek town={town.id} weekIndex={weekIndex} />
          </Suspense>
        </div>
      )}
    </li>
  );
}
