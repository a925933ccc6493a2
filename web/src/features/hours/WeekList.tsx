import { weekEnd, weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import { lazy, Suspense } from "react";
import { useBlockTime } from "../../chain/blockQuery.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { dateTime } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { hoursWords } from "../../content/words/hours.ts";
import type { MemberHours } from "../../chain/hours/memberHoursQuery.ts";
import type { Town } from "../../chain/members/Town.ts";
import { ReviewRow } from "./ReviewRow.tsx";
import type { MemberWeeks } from "./useMemberWeeks.ts";
import { WeekRow } from "./WeekRow.tsx";

const WeekReminders = lazy(() => import("./WeekReminders.tsx").then((part) => ({ default: part.WeekReminders })));

type Props = { town: Town; weeks: MemberWeeks; showEarlier: () => void };

/** Every week in words, newest first; the newest stands open as an example of the working. */
export function WeekList(props: Props) {
  const say = useSay();
  return (
    <Card title={say(hoursWords.listTitle)}>
      <RunningWeek town={props.town} pending={props.weeks.account.pending} />
      <WeekRows {...props} isOpened />
    </Card>
  );
}

/** Weeks are of UTC everywhere, so elsewhere one ends at an odd hour: that is said by the person's own clock. */
function RunningWeek({ town, pending }: { town: Town; pending: MemberHours["pending"] }) {
  const say = useSay();
  const now = useBlockTime();
  return (
    <div className="mb-2 min-h-[calc(1lh+2.75rem)]">
      {now !== undefined && (
        <>
          <p className="text-soft text-sm">{say(hoursWords.weekEnds(dateTime(weekEnd(weekIndexOf(now)))))}</p>
          <Suspense>
            <WeekReminders town={town} pending={pending} now={now} />
          </Suspense>
        </>
      )}
    </div>
  );
}

/** The weeks themselves; the newest closed one `isOpened`. */
export function WeekRows({ town, weeks, showEarlier, isOpened }: Props & { isOpened: boolean }) {
  const say = useSay();
  const { account, earnings, hasEarlier, reviewQuarters } = weeks;
  const { pending, joinedIn } = account;
  const isReviewed = pending !== null && reviewQuarters !== null && pending.weekIndex >= joinedIn;
  return (
    <>
      {earnings.length === 0 && !isReviewed && <p>{say(hoursWords.noWeeks)}</p>}
      <ul className="divide-line divide-y">
        {isReviewed && <ReviewRow town={town} pending={pending} quarters={reviewQuarters} />}
        {earnings.toReversed().map((week, index) => (
          <WeekRow
            key={week.index}
            town={town}
            week={week}
            isClaimed={week.index < account.claimedUpTo}
            isOpen={isOpened && index === 0}
          />
        ))}
      </ul>
      {hasEarlier && (
        <Button look="second" className="mt-4 w-full" onClick={showEarlier}>
          {say(hoursWords.showMore)}
        </Button>
      )}
    </>
  );
}
