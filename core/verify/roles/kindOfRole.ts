import { type Hex, zeroHash } from "viem";
import {
  APPOINTER,
  COORDINATOR,
  COUNTRY_AMBASSADOR,
  PROJECT_MANAGER,
  REGISTRAR,
  STEWARD,
  TOWN_AMBASSADOR,
} from "../../rules/Roles.ts";

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
  if (role.length !== zeroHash.length) return null;
  if (id === 0n) return { kind: "headOffice", scope: 0 };
  if (id === BigInt(APPOINTER)) return { kind: "appointer", scope: 0 };
  const kind = KINDS[Number(id >> 248n) as keyof typeof KINDS];
  const scope = id & SCOPE;
  if (kind === undefined || ((id >> 248n) << 248n) + scope !== id) return null;
  return { kind, scope: Number(scope) };
}

/** Of these a wallet may hold only one. */
const KEYS: readonly RoleKind[] = ["headOffice", "countryAmbassador", "townAmbassador", "registrar", "coordinator"];

export function isKey(role: Hex): boolean {
  const kind = kindOfRole(role)?.kind;
  return kind !== undefined && KEYS.includes(kind);
}

/** The one key under which head office is written down, as its role is zero. */
const HEAD_OFFICE: Hex = `0xf1${"0".repeat(62)}`;

/** How the Authority writes down which key a wallet holds: its role, but for head office; zero for none. */
export function keyName(role: Hex | null): Hex {
  if (role === null) return zeroHash;
  return role === zeroHash ? HEAD_OFFICE : role;
}

/** The role of a key that is written down so; null for none. */
export function roleOfKey(key: Hex): Hex | null {
  if (key === zeroHash) return null;
  return key === HEAD_OFFICE ? zeroHash : key;
}
