import type { Activity } from "./Activity.ts";

/** The newest first; within a block, what came last in it. */
export function newestFirst(activities: readonly Activity[]): Activity[] {
  return activities.toSorted((a, b) => (a.block === b.block ? b.index - a.index : a.block < b.block ? 1 : -1));
}
