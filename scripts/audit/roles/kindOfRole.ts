import { type Hex, size } from "viem";
import {
  APPOINTER,
  COORDINATOR,
  COUNTRY_AMBASSADOR,
  PROJECT_MANAGER,
  REGISTRAR,
  STEWARD,
  TOWN_AMBASSADOR,
} from "@one-small-town/core/rules/Roles.ts";

/** What kinds of role there are: the kind is in the top byte of an id. */
const KINDS = {
  [COUNTRY_AMBASSADOR]: "countryAmbassador",
  [TOWN_AMBASSADOR]: "townAmbassador",
  [REGISTRAR]: "registrar",
  [COORDINATOR]: "coordinator",
  [STEWARD]: "steward",
  [PROJECT_MANAGER]: "projectManager",
} as const;

const SCOPE = 0xffff_ffffn;

export type RoleKind = (typeof KINDS)[keyof typeof KINDS] | "headOffice" | "appointer";

/** The kind of a role, and its country or town; null for an id that no role of ours has. */
export function kindOfRole(role: Hex): { kind: RoleKind; scope: number } | null {
  const id = BigInt(role);
  if (size(role) !== 32) return null;
  if (id === 0n) return { kind: "headOffice", scope: 0 };
  if (id === BigInt(APPOINTER)) return { kind: "appointer", scope: 0 };
  const kind = KINDS[Number(id >> 248n) as keyof typeof KINDS];
  const scope = id & SCOPE;
  if (kind === undefined || ((id >> 248n) << 248n) + scope !== id) return null;
  return { kind, scope: Number(scope) };
}
