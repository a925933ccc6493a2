import { type Hex, size } from "viem";

/** What kinds of role there are, as in contracts/roles/Roles.sol: the kind is in the top byte of an id. */
const KINDS = {
  0x01: "countryAmbassador",
  0x02: "townAmbassador",
  0x03: "registrar",
  0x04: "coordinator",
  0x05: "steward",
  0x06: "projectManager",
} as const;

const SCOPE = 0xffff_ffffn;

export type RoleKind = (typeof KINDS)[keyof typeof KINDS] | "headOffice" | "appointer";

/** The kind of a role, and its country or town; null for an id that no role of ours has. */
export function kindOfRole(role: Hex): { kind: RoleKind; scope: number } | null {
  const id = BigInt(role);
  if (size(role) !== 32) return null;
  if (id === 0n) return { kind: "headOffice", scope: 0 };
  if (id === 0xf0n << 248n) return { kind: "appointer", scope: 0 };
  const kind = KINDS[Number(id >> 248n) as keyof typeof KINDS];
  const scope = id & SCOPE;
  if (kind === undefined || ((id >> 248n) << 248n) + scope !== id) return null;
  return { kind, scope: Number(scope) };
}
