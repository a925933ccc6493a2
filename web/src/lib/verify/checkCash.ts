import type { Books } from "./Books.ts";
import { cashByWeek, type WeekOfCash } from "./cashByWeek.ts";
import { countsOf } from "./countsOf.ts";
import { divisionRows } from "./divisionRows.ts";
import type { Row } from "./Finding.ts";
import { groupBy } from "./groupBy.ts";
import { rowOf } from "./rowOf.ts";
import { sumOf } from "./sumOf.ts";
import { townsOf } from "./townsOf.ts";

/**
 * 4: no timesheet gave more cash than there was, and each left less than one unit for each active member; nor did the
 * division of what a lost town left.
 */
export function checkCash({ hours, codes, towns, divisions, treasury }: Books): Row[] | null {
  if (hours === null || codes === null || towns === null || divisions === null) return null;
  if (treasury === null && divisions.length > 0) return null;
  const founded = townsOf(towns);
  const weekly = [...groupBy(hours, ({ args }) => args.town)].map(([town, events]) => {
    const { name, currency } = founded.get(town);
    const actives = countsOf(events, codes).map(({ active }) => active);
    const weeks = cashByWeek(events, actives);
    const due = sumOf(weeks.map((week) => week.due));
    const given = sumOf(weeks.map((week) => week.given));
    return rowOf({
      ...{ name, unit: currency, figures: [due, given, weeks.at(-1)?.carried ?? 0n] },
      holds: () => weeks.every((week, i) => fits(week, weeks[i - 1]?.carried ?? 0n)),
    });
  });
  return [...weekly, ...divisionRows({ hours, codes, towns, divisions, treasury: treasury ?? [] })];
}

function fits({ due, given, active, carried }: WeekOfCash, carriedBefore: bigint): boolean {
  if (carriedBefore + due !== given + carried) return false;
  return active === 0n || carried < active;
}
