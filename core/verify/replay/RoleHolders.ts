import type { Address, Hex } from "viem";
import type { RoleEvent } from "../Books.ts";

/** A role that was given or taken. */
export type RoleChange = Extract<RoleEvent, { eventName: "RoleGranted" | "RoleRevoked" }>;

/** Who holds a role, and since which block. */
export type Held = { role: Hex; account: Address; since: bigint };

/** Who holds which role, as it follows from all that was given and taken so far. */
export class RoleHolders {
  readonly #held = new Map<string, Held>();

  apply({ eventName, args: { role, account }, blockNumber }: RoleChange): void {
    if (eventName === "RoleGranted") this.#held.set(keyOf(role, account), { role, account, since: blockNumber });
    else this.#held.delete(keyOf(role, account));
  }

  has(role: Hex, account: Address): boolean {
    return this.#held.has(keyOf(role, account));
  }

  /** In the order in which they got their roles. */
  all(): Held[] {
    return [...this.#held.values()];
  }
}

export function holdersAfter(changes: readonly RoleChange[]): RoleHolders {
  const holders = new RoleHolders();
  for (const change of changes) holders.apply(change);
  return holders;
}

/** The roles that were given and taken among all that happened to roles. */
export function roleChanges(events: readonly RoleEvent[]): RoleChange[] {
  return events.filter(isRoleChange);
}

export function isRoleChange(event: RoleEvent): event is RoleChange {
  return event.eventName === "RoleGranted" || event.eventName === "RoleRevoked";
}

function keyOf(role: Hex, account: Address): string {
  return `${role} ${account}`;
}
