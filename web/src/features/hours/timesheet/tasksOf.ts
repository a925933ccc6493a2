import { lastCall } from "@one-small-town/core/hours/lastCall.ts";
import { weekEnd, weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import type { TimesheetDesk } from "../../../chain/hours/timesheetDeskQuery.ts";
import { weeksToSend } from "./weeksToSend.ts";

/** One thing to do with a week, or to wait for; `by` is in seconds: until when, or from when for the running week. */
export type Task = { kind: "count" | "review" | "send" | "next"; weekIndex: number; by: number };

/** What a coordinator has to do, the most urgent first, and what comes next. `now` is the chain's time in seconds. */
export function tasksOf(desk: Pick<TimesheetDesk, "openWeeks" | "pending">, now: number): Task[] {
  const { pending } = desk;
  const running = weekIndexOf(now);
  const review: Task[] =
    pending === null
      ? []
      : [
          {
            kind: now >= pending.reviewEnds ? "count" : "review",
            weekIndex: pending.weekIndex,
            by: pending.reviewEnds,
          },
        ];
  const send = weeksToSend(desk).map((weekIndex): Task => ({ kind: "send", weekIndex, by: lastCall(weekIndex) }));
  return [...review, ...send, { kind: "next", weekIndex: running, by: weekEnd(running) }];
}
