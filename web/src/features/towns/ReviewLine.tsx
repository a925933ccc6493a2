import { isJump } from "@one-small-town/core/hours/jump.ts";
import { lazy, Suspense } from "react";
import { useBlockTime } from "../../chain/blockQuery.ts";
import type { Town } from "../../chain/members/Town.ts";
import type { TownFigures } from "../../chain/members/townFiguresQuery.ts";
import { Notice } from "../../components/Notice.tsx";
import { count, dateTime, duration, listOf } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { weekRange } from "../../content/weeks.ts";
import { townWords } from "../../content/words/towns.ts";

const ReviewReminder = lazy(() => import("./ReviewReminder.tsx").then((part) => ({ default: part.ReviewReminder })));

const CountWeek = lazy(() => import("../../transactions/CountWeek.tsx").then((part) => ({ default: part.CountWeek })));

type Props = Pick<TownFigures, "pending" | "openWeeks"> & { town: Pick<Town, "id" | "name"> };

/** The timesheet under review: until when it can be sent back, why that is longer than usual, and what it would close. */
export function ReviewLine({ town, pending, openWeeks }: Props) {
  const say = useSay();
  const now = useBlockTime();
  if (pending === null) return <p className="text-soft text-sm">{say(townWords.noReview)}</p>;
  const { weekIndex, reviewEnds, active, electors } = pending;
  const left = reviewEnds - (now ?? 0);
  const closed = openWeeks.filter((week) => week < weekIndex);
  return (
    <Notice kind="info" title={say(townWords.underReview(weekRange(weekIndex)))}>
      {now !== undefined &&
        (left > 0
          ? say(townWords.underReviewUntil(dateTime(reviewEnds), duration(left)))
          : say(townWords.underReviewOver))}
      {isJump(active, electors) && <p className="mt-1">{say(townWords.reviewJump(count(active), count(electors)))}</p>}
      {closed.length > 0 && <p className="mt-1">{say(townWords.reviewCloses(listOf(closed.map(weekRange))))}</p>}
      {now !== undefined && left <= 0 && (
        <div className="mt-3 min-h-20">
          <Suspense>
            <CountWeek town={town.id} weekIndex={weekIndex} />
          </Suspense>
        </div>
      )}
      {left > 0 && (
        <div className="min-h-11">
          <Suspense>
            <ReviewReminder town={town} pending={pending} />
          </Suspense>
        </div>
      )}
    </Notice>
  );
}
