import { ELECTORS_AFTER, ELECTORS_OF } from "../rules/Contributions.ts";

/** A final timesheet: its week, and how many members were active in it. */
type Turnout = { weekIndex: number; active: number };

/**
 * Which of a town's final timesheets, the oldest first, names its electors in a week: of the four latest whose members are
 * not new any more the one with the most active members, the later of equals. `timesheet` is one more than its place, and
 * 0 where the town has none yet.
 */
export function electorsIn(sheets: readonly Turnout[], week: number): { timesheet: number; electors: number } {
  const numbered = sheets.map(({ weekIndex, active }, i) => ({ weekIndex, active, timesheet: i + 1 }));
  const old = numbered.filter(({ weekIndex }) => weekIndex + ELECTORS_AFTER < week).slice(-ELECTORS_OF);
  const busiest = old.reduce((best, one) => (one.active >= best.active ? one : best), { active: 0, timesheet: 0 });
  return { timesheet: busiest.timesheet, electors: busiest.active };
}
