import type { Books } from "../Books.ts";
import { groupBy, sumOf } from "../events.ts";
import type { Row } from "../Finding.ts";
import { cashByWeek, type WeekOfCash } from "../replay/cash.ts";
import { countsOf } from "../replay/timesheets.ts";
import { townsOf } from "../replay/towns.ts";
import { rowOf } from "../rows/rows.ts";

/** 4: no timesheet gave more cash than there was, and each left less than one unit for each active member. */
export function checkCash({ hours, codes, towns }: Books): Row[] | null {
  if (hours === null || codes === null || towns === null) return null;
  const founded = townsOf(towns);
  return [...groupBy(hours, ({ args }) => args.town)].map(([town, events]) => {
    const { name, currency } = founded.get(town);
    const actives = countsOf(events, codes).map(({ active }) => active);
    const weeks = cashByWeek(events, actives);
    const due = sumOf(weeks.map((week) => week.due));
    const given = sumOf(weeks.map((week) => week.given));
    return rowOf({
      name,
      town,
      unit: currency,
      figures: [due, given, weeks.at(-1)?.carried ?? 0n],
      holds: () => weeks.every((week, i) => fits(week, weeks[i - 1]?.carried ?? 0n)),
    });
  });
}

function fits({ due, given, active, carried }: WeekOfCash, carriedBefore: bigint): boolean {
  if (carriedBefore + due !== given + carried) return false;
  return active === 0n || carried < active;
}
