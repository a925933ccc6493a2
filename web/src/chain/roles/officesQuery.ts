import { authorityViews } from "@one-small-town/core/abis/authorityViews.ts";
import { memberRegistryViews } from "@one-small-town/core/abis/memberRegistryViews.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { kindOfRole, type RoleKind, roleOfKey } from "@one-small-town/core/verify/roles/kindOfRole.ts";
import { queryOptions } from "@tanstack/react-query";
import { type Address, type Hex, isAddressEqual, zeroHash } from "viem";
import { keyOf } from "../keys.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";

export type OfficeKind = Exclude<RoleKind, "appointer">;

/**
 * An office that a wallet holds. `scope` is the town or, of a Country Ambassador, the country (ISO 3166-1 numeric); 0 of
 * head office. `actsFrom` is when (seconds) its powers begin; null where they have begun.
 */
export type Office = { kind: OfficeKind; scope: number; actsFrom: number | null };

/**
 * The offices of a wallet, however many towns there are: it holds one key at most, and the roles that are no keys only in
 * the town where its person lives.
 */
export function officesQuery(system: System, wallet: Address) {
  return queryOptions({
    queryKey: keyOf(system, "offices", wallet),
    queryFn: () => readOffices(system, wallet),
    staleTime: 60_000,
  });
}

async function readOffices(system: System, wallet: Address): Promise<Office[]> {
  const { addresses } = system.deployment;
  const authority = { address: addresses.Authority, abi: authorityViews } as const;
  const registry = { address: addresses.MemberRegistry, abi: memberRegistryViews } as const;
  const [key, { town }] = await readNow(system, [
    { ...authority, functionName: "keyOf", args: [wallet] },
    { ...registry, functionName: "personOf", args: [wallet] },
  ]);
  const own = { steward: roleIds.steward(town), projectManager: roleIds.projectManager(town) };
  const [keys, isSteward, isManager] = await Promise.all([
    readKey(system, roleOfKey(key), wallet),
    ...Object.values(own).map(async (role) => {
      if (town === 0) return false;
      const [holds] = await readNow(system, [{ ...authority, functionName: "hasRole", args: [role, wallet] }]);
      return holds;
    }),
  ]);
  const others: Office[] = [];
  if (isSteward === true) others.push({ kind: "steward", scope: town, actsFrom: null });
  if (isManager === true) others.push({ kind: "projectManager", scope: town, actsFrom: null });
  return [...keys, ...others];
}

/** The office of a key, and when its powers begin: those of an ambassador who follows another come later. */
async function readKey(system: System, role: Hex | null, wallet: Address): Promise<Office[]> {
  const known = role === null ? null : kindOfRole(role);
  if (role === null || known === null || known.kind === "appointer") return [];
  const office = { kind: known.kind, scope: known.scope };
  if (role === zeroHash) return [{ ...office, actsFrom: null }];

  const authority = { address: system.deployment.addresses.Authority, abi: authorityViews } as const;
  const [acts, [holder, actsFrom], [, nextFrom]] = await readNow(system, [
    { ...authority, functionName: "acts", args: [role, wallet] },
    { ...authority, functionName: "ambassadorOf", args: [role] },
    { ...authority, functionName: "nextAmbassadorOf", args: [role] },
  ]);
  const from = isAddressEqual(holder, wallet) ? actsFrom : nextFrom;
  return [{ ...office, actsFrom: acts ? null : Number(from) }];
}
