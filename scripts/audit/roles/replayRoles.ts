import type { Address, Hex } from "viem";
import type { RoleEvent } from "./RoleEvent.ts";

/** Who held a role when all had happened, and since which block. */
export type Held = { role: Hex; account: Address; since: bigint };

/** Plays again what was given and taken, in the order of the chain. */
export function replayRoles(events: readonly RoleEvent[]): Held[] {
  const held = new Map<string, Held>();
  for (const { name, role, account, block } of events) {
    if (name === "RoleGranted") held.set(`${role} ${account}`, { role, account, since: block });
    else held.delete(`${role} ${account}`);
  }
  return [...held.values()];
}
