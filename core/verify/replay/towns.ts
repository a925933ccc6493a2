import type { Address } from "viem";
import { plainText } from "../../plainText.ts";
import type { MemberEvent, TownEvent } from "../Books.ts";
import { eventsNamed, groupBy } from "../events.ts";

export type FoundedTown = { id: number; country: number; name: string; currency: Address };

/** The towns by their id. To ask for one that was never founded throws: a figure without its town proves nothing. */
export function townsOf(events: readonly TownEvent[]): { all: FoundedTown[]; get: (id: number) => FoundedTown } {
  const all = eventsNamed(events, "TownFounded").map(({ args }) => ({
    id: args.town,
    country: args.country,
    name: plainText(args.name),
    currency: args.currency,
  }));
  const byId = new Map(all.map((town) => [town.id, town]));
  const get = (id: number) => {
    const town = byId.get(id);
    if (town === undefined) throw new Error(`Town ${id} was never founded`);
    return town;
  };
  return { all, get };
}

/** The currencies of all towns, or that of one: what another town's currency does is no matter of its. */
export function currenciesOf(towns: readonly FoundedTown[], only: number | null): Address[] {
  const wanted = towns.filter(({ id }) => only === null || id === only);
  return [...new Set(wanted.map(({ currency }) => currency))];
}

/** What happened to the members of each town, by the town; what is of no town is left out. */
export function membersOf(events: readonly MemberEvent[]): Map<number, MemberEvent[]> {
  return groupBy(
    events.filter(({ args }) => "town" in args),
    ({ args }) => ("town" in args ? args.town : 0),
  );
}
