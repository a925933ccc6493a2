import type { MemberEvent } from "./Books.ts";
import { groupBy } from "./groupBy.ts";

/** What happened to the members of each town, by the town; what is of no town is left out. */
export function membersOf(events: readonly MemberEvent[]): Map<number, MemberEvent[]> {
  return groupBy(
    events.filter(({ args }) => "town" in args),
    ({ args }) => ("town" in args ? args.town : 0),
  );
}
