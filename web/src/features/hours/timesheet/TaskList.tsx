import type { MessageDescriptor } from "@lingui/core";
import { useBlockTime } from "../../../chain/blockQuery.ts";
import type { TimesheetDesk } from "../../../chain/hours/timesheetDeskQuery.ts";
import { Card } from "../../../components/Card.tsx";
import { Skeleton } from "../../../components/Skeleton.tsx";
import { dateTime } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { weekRange } from "../../../content/weeks.ts";
import { timesheetWords as words } from "../../../content/words/timesheet.ts";
import { type Task, tasksOf } from "./tasksOf.ts";

const NAMES: Record<Task["kind"], (week: string) => MessageDescriptor> = {
  count: words.taskCount,
  review: words.taskReview,
  send: words.taskSend,
  next: words.taskNext,
};

const TIMES: Record<Task["kind"], (moment: string) => MessageDescriptor> = {
  count: () => words.taskCountBy,
  review: words.taskReviewBy,
  send: words.taskSendBy,
  next: words.taskNextBy,
};

/** What a coordinator has to do this week, and by when. `unpaid` is how many have something to come, where it is known. */
export function TaskList({ desk, unpaid }: { desk: TimesheetDesk; unpaid: number }) {
  const say = useSay();
  const now = useBlockTime();
  if (now === undefined) return <Skeleton lines={4} />;
  const tasks = tasksOf(desk, now);
  const isSeveral = tasks.filter(({ kind }) => kind === "send").length > 1;
  return (
    <Card title={say(words.tasks)}>
      <ol className="divide-line divide-y">
        {unpaid > 0 && (
          <li className="py-2.5 first:pt-0 last:pb-0">
            <p className="font-semibold">{say(words.taskPay(unpaid))}</p>
            <p className="text-soft text-sm">{say(words.taskPayBy)}</p>
          </li>
        )}
        {tasks.map(({ kind, weekIndex, by }) => (
          <li key={`${kind} ${weekIndex}`} className="py-2.5 first:pt-0 last:pb-0">
            <p className={kind === "next" ? "" : "font-semibold"}>{say(NAMES[kind](weekRange(weekIndex)))}</p>
            <p className="text-soft text-sm">{say(TIMES[kind](dateTime(by)))}</p>
          </li>
        ))}
      </ol>
      {isSeveral && <p className="mt-2 text-sm">{say(words.taskSendFirst)}</p>}
    </Card>
  );
}
