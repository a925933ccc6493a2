import type { DivisionEvent } from "./Books.ts";
import { eventsNamed } from "./eventsNamed.ts";
import { groupBy } from "./groupBy.ts";

/** What happened to the money of each lost town, by the town; a part of no division that is known throws. */
export function divisionsOf(events: readonly DivisionEvent[]): Map<number, DivisionEvent[]> {
  const towns = new Map(eventsNamed(events, "TownDivided").map(({ args }) => [args.division, args.town]));
  return groupBy(events, ({ args }) => {
    const town = "town" in args ? args.town : towns.get(args.division);
    if (town === undefined) throw new Error("The division of a part is missing");
    return town;
  });
}
