import { weekIndexOf } from "../../hours/weeks.ts";
import type { Books } from "../Books.ts";
import { groupBy, sumOf } from "../events.ts";
import type { Row } from "../Finding.ts";
import { broughtByWeek } from "../replay/cash.ts";
import { townsOf } from "../replay/towns.ts";
import { rowOf } from "../rows/rows.ts";

/** 22: once a town had a final week, no money reached a week that had ended when it came in. */
export function checkStreams({ hours, towns, times }: Books): Row[] | null {
  if (hours === null || towns === null || times === null) return null;
  const founded = townsOf(towns);
  return [...groupBy(hours, ({ args }) => args.town)].map(([town, events]) => {
    const { name, currency } = founded.get(town);
    const brought = broughtByWeek(events).filter(({ isLater }) => isLater);
    const right = brought.filter(({ weekIndex, cameIn }) => weekIndex >= weekAt(times, cameIn));
    return rowOf({
      name,
      town,
      unit: currency,
      figures: [brought, right].map((some) => sumOf(some.map(({ perWeek }) => perWeek))),
      holds: (all, rightly) => all === rightly,
    });
  });
}

function weekAt(times: NonNullable<Books["times"]>, block: bigint): number {
  const time = times.get(block);
  if (time === undefined) throw new Error(`The time of block ${block} is missing`);
  return weekIndexOf(time);
}
