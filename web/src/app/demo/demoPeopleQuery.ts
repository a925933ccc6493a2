import { queryOptions } from "@tanstack/react-query";
import { keyOf } from "../../chain/keys.ts";
import type { System } from "../../chain/System.ts";
import type { DemoPerson } from "@one-small-town/core/deployment/DemoPerson.ts";

/** Everybody of the demo, with what they can do now; `npm start` reads it from the chain at each request. */
export function demoPeopleQuery(system: System) {
  return queryOptions({
    queryKey: keyOf(system, "demoPeople"),
    queryFn: async (): Promise<readonly DemoPerson[]> => {
      const response = await fetch("./demo.json");
      if (!response.ok) throw new Error(`demo.json: ${response.status}`);
      return ((await response.json()) as { people: DemoPerson[] }).people;
    },
  });
}
