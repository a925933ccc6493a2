import type { Hex } from "viem";
import { kindOfRole, type RoleKind } from "@one-small-town/core/verify/roles/kindOfRole.ts";
import type { RolesKnown } from "@one-small-town/core/verify/roles/roleProblems.ts";

const NAMES: Record<RoleKind, string> = {
  headOffice: "head office",
  appointer: "appointer of ambassadors",
  countryAmbassador: "Country Ambassador",
  townAmbassador: "Town Ambassador",
  registrar: "registrar",
  coordinator: "coordinator",
  steward: "steward",
  projectManager: "project manager",
};

/** A role in words; null for one that is not ours, or of a country or town that does not exist. */
export function roleName(role: Hex, { countries, towns }: Pick<RolesKnown, "countries" | "towns">): string | null {
  const known = kindOfRole(role);
  if (known === null) return null;
  const { kind, scope } = known;
  if (kind === "headOffice" || kind === "appointer") return NAMES[kind];
  if (kind === "countryAmbassador") return countries.has(scope) ? `${NAMES[kind]} of country ${scope}` : null;
  const town = towns.get(scope);
  return town === undefined ? null : `${NAMES[kind]} of ${town.name} (town ${scope})`;
}
