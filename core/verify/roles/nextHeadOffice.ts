import { type Address, zeroHash } from "viem";
import type { RoleEvent } from "../Books.ts";

/** Whom head office passes itself on to, and after which second that wallet may take over; the zero address for nobody. */
export type NextHeadOffice = { wallet: Address; after: number };

/** Null where head office is not passing itself on. */
export function nextHeadOffice(roles: readonly RoleEvent[]): NextHeadOffice | null {
  let next: NextHeadOffice | null = null;
  for (const { eventName, args } of roles) {
    if (eventName === "DefaultAdminTransferScheduled") next = { wallet: args.newAdmin, after: args.acceptSchedule };
    if (eventName === "DefaultAdminTransferCanceled") next = null;
    const isRoot = (eventName === "RoleGranted" || eventName === "RoleRevoked") && args.role === zeroHash;
    if (isRoot) next = null;
  }
  return next;
}
