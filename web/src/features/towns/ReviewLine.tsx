import { useBlockTime } from "../../chain/blockQuery.ts";
import type { TownFigures } from "../../chain/members/townFiguresQuery.ts";
import { Notice } from "../../components/Notice.tsx";
import { dateTime, duration } from "../../content/format.ts";
import { weekRange } from "../../content/weeks.ts";
import { useSay } from "../../content/useSay.ts";
import { townWords } from "../../content/words/towns.ts";

/** The timesheet under review, and until when it can be sent back. */
export function ReviewLine({ pending }: { pending: TownFigures["pending"] }) {
  const say = useSay();
  const now = useBlockTime();
  if (pending === null) return <p className="text-soft text-sm">{say(townWords.noReview)}</p>;
  const left = pending.reviewEnds - (now ?? 0);
  return (
    <Notice kind="info" title={say(townWords.underReview(weekRange(pending.weekIndex)))}>
      {now !== undefined &&
        (left > 0
          ? say(townWords.underReviewUntil(dateTime(pending.reviewEnds), duration(left)))
          : say(townWords.underReviewOver))}
    </Notice>
  );
}
