import type { DivisionEvent } from "../Books.ts";
import { eventsNamed, groupBy } from "../events.ts";

/** What happened to the money of each lost town, by the town; a part of no division that is known throws. */
export function divisionsOf(events: readonly DivisionEvent[]): Map<number, DivisionEvent[]> {
  const towns = new Map(eventsNamed(events, "TownDivided").map(({ args }) => [args.division, args.town]));
  return groupBy(events, ({ args }) => {
    const town = "town" in args ? args.town : towns.get(args.division);
    if (town === undefined) throw new Error("The division of a part is missing");
    return town;
  });
}

/** What a lost town left and nobody has yet. A claim counts as paid; what the currency refused came back. */
export function owedByDivision(events: readonly DivisionEvent[]): bigint {
  let owed = 0n;
  for (const { eventName, args } of events) {
    if (eventName === "TownDivided") owed += args.fromPool + args.fromFund;
    if (eventName === "PartKept") owed += args.amount;
    if (eventName === "PartClaimed" || eventName === "KeptPartsPaid") owed -= args.amount;
  }
  return owed;
}
