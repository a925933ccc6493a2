import type { Address, Hex } from "viem";
import { COORDINATOR, REGISTRAR } from "../../../rules/Roles.ts";
import type { RoleEvent } from "../../Books.ts";
import type { Watch } from "./Watch.ts";

/**
 * No wallet ever got two keys; and a registrar or coordinator was named by the Town Ambassador, who was still in office when
 * the Country Ambassador confirmed exactly that wallet.
 */
export function watchOffices(): Watch<RoleEvent> {
  const named = new Map<string, Address>();
  return ({ eventName, args }, world) => {
    if (eventName === "KeyNamed") named.set(keyOf(args.role, args.wallet), args.by);
    if (eventName === "NamingTakenBack") named.delete(keyOf(args.role, args.wallet));
    if (eventName !== "RoleGranted") return undefined;
    if (world.roles.keysOf(args.account, world.now).length > 1) return { town: 0, isRight: false };
    const { kind, scope: town } = partsOf(args.role);
    if (kind !== REGISTRAR && kind !== COORDINATOR) return undefined;
    const by = named.get(keyOf(args.role, args.account));
    named.delete(keyOf(args.role, args.account));
    const isRight = by !== undefined && by === world.townKey(town) && args.sender === world.countryKey(town);
    return { town, isRight };
  };
}

function partsOf(role: Hex): { kind: number; scope: number } {
  const id = BigInt(role);
  return { kind: Number(id >> 248n), scope: Number(id & 0xffff_ffffn) };
}

function keyOf(role: Hex, wallet: Address): string {
  return `${role} ${wallet}`;
}
