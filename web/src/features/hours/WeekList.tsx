import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { useSay } from "../../content/useSay.ts";
import { hoursWords } from "../../content/words/hours.ts";
import type { Town } from "../../chain/members/Town.ts";
import { ReviewRow } from "./ReviewRow.tsx";
import type { MemberWeeks } from "./useMemberWeeks.ts";
import { WeekRow } from "./WeekRow.tsx";

type Props = { town: Town; weeks: MemberWeeks; showEarlier: () => void };

/** Every week in words, newest first; the newest stands open as an example of the working. */
export function WeekList({ town, weeks, showEarlier }: Props) {
  const say = useSay();
  const { account, earnings, hasEarlier, reviewQuarters } = weeks;
  const { pending, joinedIn } = account;
  const isReviewed = pending !== null && reviewQuarters !== null && pending.weekIndex >= joinedIn;
  return (
    <Card title={say(hoursWords.listTitle)}>
      {earnings.length === 0 && !isReviewed && <p>{say(hoursWords.noWeeks)}</p>}
      <ul className="divide-line divide-y">
        {isReviewed && <ReviewRow town={town} pending={pending} quarters={reviewQuarters} />}
        {earnings.toReversed().map((week, index) => (
          <WeekRow
            key={week.index}
            town={town}
            week={week}
            isClaimed={week.index < account.claimedUpTo}
            isOpen={index === 0}
          />
        ))}
      </ul>
      {hasEarlier && (
        <Button look="second" className="mt-4 w-full" onClick={showEarlier}>
          {say(hoursWords.showMore)}
        </Button>
      )}
    </Card>
  );
}
