import { countryName } from "../../../content/format.ts";
import type { Place } from "../../../content/words/holdings.ts";
import { useTown } from "../../../chain/members/useTown.ts";
import { townOfProject } from "@one-small-town/core/projects/projects.ts";

/** The names of a business's town and country; undefined while they are read. */
export function usePlace(business: bigint): Place | undefined {
  const town = useTown(townOfProject(business));
  return town ? { town: town.name, country: countryName(town.country) } : undefined;
}
