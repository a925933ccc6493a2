import type { LongReview } from "@one-small-town/core/hours/nextSheet.ts";
import { JUMP_REVIEW, REVIEW } from "@one-small-town/core/rules/Contributions.ts";
import { count, listOf, span } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { weekRange } from "../../../content/weeks.ts";
import { timesheetWords } from "../../../content/words/timesheet.ts";

type Props = { why: LongReview; active: number; electors: number };

/** How long a sheet would be looked at, and why that is longer than usual. */
export function LongReviewLines({ why: { isJump, passedOver }, active, electors }: Props) {
  const say = useSay();
  if (!isJump && passedOver.length === 0) return <p>{say(timesheetWords.reviewUsual(span(REVIEW)))}</p>;
  return (
    <div className="space-y-1">
      <p>{say(timesheetWords.reviewLong(span(JUMP_REVIEW)))}</p>
      {isJump && <p>{say(timesheetWords.isJump(count(active), count(electors)))}</p>}
      {passedOver.length > 0 && <p>{say(timesheetWords.closesEarlier(listOf(passedOver.map(weekRange))))}</p>}
    </div>
  );
}
