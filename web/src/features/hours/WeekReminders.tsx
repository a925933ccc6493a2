import { weekEnd, weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import type { MemberHours } from "../../chain/hours/memberHoursQuery.ts";
import type { Town } from "../../chain/members/Town.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { CalendarButton } from "../../components/CalendarButton.tsx";
import { useSay } from "../../content/useSay.ts";
import { weekRange } from "../../content/weeks.ts";
import { reminderWords } from "../../content/words/reminders.ts";

type Props = { town: Town; pending: MemberHours["pending"]; now: number };

/** When the running week ends, and the review of the one before, for the person's own calendar. */
export function WeekReminders({ town, pending, now }: Props) {
  const say = useSay();
  const { startBlockHash } = useSystem().deployment;
  const week = weekIndexOf(now);
  const ends = {
    id: `week-${week}`,
    at: weekEnd(week),
    title: say(reminderWords.weekEnds),
    details: say(reminderWords.weekEndsHelp),
    page: "/weeks",
  };
  const review = pending !== null &&
    pending.reviewEnds > now && {
      id: `review-${town.id}-${pending.weekIndex}`,
      at: pending.reviewEnds,
      title: say(reminderWords.reviewEnds(weekRange(pending.weekIndex), town.name)),
      details: say(reminderWords.reviewEndsHelp),
      page: "/weeks",
    };
  return <CalendarButton reminders={review ? [ends, review] : [ends]} origin={startBlockHash} />;
}
