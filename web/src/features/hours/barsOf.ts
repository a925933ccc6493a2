import type { MemberWeeks } from "./useMemberWeeks.ts";

/** One week of the chart; `kind` none for a week that no closed timesheet covers. */
export type Bar = { weekIndex: number; quarters: number; kind: "active" | "short" | "review" | "none" };

/** A bar for each week of the calendar, from the first shown to the last, without a gap. */
export function barsOf({ account, earnings, reviewQuarters }: MemberWeeks): Bar[] {
  const bars = new Map<number, Bar>();
  for (const { weekIndex, quarters, isActive } of earnings) {
    bars.set(weekIndex, { weekIndex, quarters, kind: kindOf(isActive, quarters) });
  }
  const { pending, joinedIn } = account;
  if (pending !== null && reviewQuarters !== null && pending.weekIndex >= joinedIn) {
    bars.set(pending.weekIndex, { weekIndex: pending.weekIndex, quarters: reviewQuarters, kind: "review" });
  }
  if (bars.size === 0) return [];
  const first = Math.min(...bars.keys());
  const length = Math.max(...bars.keys()) - first + 1;
  return Array.from({ length }, (_, i) => {
    return bars.get(first + i) ?? { weekIndex: first + i, quarters: 0, kind: "none" };
  });
}

function kindOf(isActive: boolean, quarters: number): Bar["kind"] {
  if (isActive) return "active";
  return quarters > 0 ? "short" : "none";
}
