import { SHIFT } from "../rules/Timesheet.ts";

/** Somebody without time in the week before; with none now; with at least twice as much, and a shift more. */
export type Change = "new" | "missing" | "doubled";

/** A member with time in one of two timesheets, or both; `before` and `quarters` are quarters of an hour. */
export type Compared = { member: number; quarters: number; before: number; change: Change | null };

/** Holds a timesheet against an earlier one, member by member in the order of their numbers. */
export function compareSheets(before: Uint8Array, now: Uint8Array): Compared[] {
  const length = Math.max(before.length, now.length);
  return Array.from({ length }, (_, i) => compared(i + 1, before[i] ?? 0, now[i] ?? 0)).filter(
    (each) => each.before + each.quarters > 0,
  );
}

function compared(member: number, before: number, quarters: number): Compared {
  return { member, quarters, before, change: changeOf(before, quarters) };
}

function changeOf(before: number, quarters: number): Change | null {
  if (before === 0) return "new";
  if (quarters === 0) return "missing";
  return quarters >= 2 * before && quarters - before >= SHIFT ? "doubled" : null;
}
