import { weekIndexOf } from "../../hours/weeks.ts";
import { OPEN_WEEKS, REACH, REJECTED_OPEN_FOR } from "../../rules/Contributions.ts";

type Wanted = {
  /** The last week that is final; 0 for none. */
  lastWeek: number;
  /** When each week's sheet was rejected last, in seconds. */
  rejected: ReadonlyMap<number, number> | undefined;
  now: number;
  /** Only weeks before this one. */
  before?: number;
};

/** The weeks whose timesheet can be submitted: the last few after the last final one, and such as were rejected lately. */
export function openWeeksAt({ lastWeek, rejected, now, before }: Wanted): number[] {
  const current = weekIndexOf(now);
  const first = lastWeek + REACH < current ? current - REACH : lastWeek + 1;
  const weeks = Array.from({ length: Math.max(0, Math.min(before ?? current, current) - first) }, (_, i) => first + i);
  const openUntil = (week: number) => (rejected?.has(week) ? (rejected.get(week) ?? 0) + REJECTED_OPEN_FOR : 0);
  return weeks.filter((week) => week + OPEN_WEEKS >= current || now < openUntil(week));
}
