import type { MemberEvent, TownEvent } from "../Books.ts";
import { Persons } from "./Persons.ts";
import { townsOf } from "./towns.ts";

/** Everybody's record and number by all that happened. */
export function personsAfter(members: readonly MemberEvent[], towns: readonly TownEvent[]): Persons {
  const founded = townsOf(towns);
  const persons = new Persons();
  for (const event of members) persons.apply(event, (town) => founded.get(town).country);
  return persons;
}
