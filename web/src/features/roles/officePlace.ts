import type { Town } from "../../chain/members/Town.ts";
import type { Office } from "../../chain/roles/officesQuery.ts";
import { countryName } from "../../content/format.ts";

/** The towns in which an office has something to do. */
export function townsOf({ kind, scope }: Office, towns: readonly Town[]): readonly Town[] {
  if (kind === "headOffice") return towns;
  return towns.filter(({ id, country }) => (kind === "countryAmbassador" ? country : id) === scope);
}

/** Where an office is held, by name; null for head office, which is of no place. */
export function placeOf({ kind, scope }: Office, towns: readonly Town[]): string | null {
  if (kind === "headOffice") return null;
  if (kind === "countryAmbassador") return countryName(scope);
  return towns.find(({ id }) => id === scope)?.name ?? String(scope);
}
