import type { Town } from "../../chain/members/Town.ts";
import type { Review } from "../../chain/members/townFiguresQuery.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { CalendarButton } from "../../components/CalendarButton.tsx";
import { useSay } from "../../content/useSay.ts";
import { weekRange } from "../../content/weeks.ts";
import { reminderWords } from "../../content/words/reminders.ts";

/** When a review ends, for the person's own calendar. */
export function ReviewReminder({ town, pending }: { town: Pick<Town, "id" | "name">; pending: Review }) {
  const say = useSay();
  const { startBlockHash } = useSystem().deployment;
  const reminder = {
    id: `review-${town.id}-${pending.weekIndex}`,
    at: pending.reviewEnds,
    title: say(reminderWords.reviewEnds(weekRange(pending.weekIndex), town.name)),
    details: say(reminderWords.reviewEndsHelp),
    page: `/town/${town.id}`,
  };
  return <CalendarButton reminders={[reminder]} origin={startBlockHash} />;
}
