import type { Address, Hex } from "viem";
import type { RoleEvent } from "../Books.ts";

/** A role that was given or taken. */
export type RoleChange = Extract<RoleEvent, { eventName: "RoleGranted" | "RoleRevoked" }>;

/** A role that was given or taken, or an appointment that says when a successor takes over. */
export type RoleStep = RoleChange | Extract<RoleEvent, { eventName: "AmbassadorAppointed" }>;

/** Who holds a role, since which block, and until when (seconds) where a successor was appointed; null for no end. */
export type Held = { role: Hex; account: Address; since: bigint; until: number | null };

/** Who holds which role, as it follows from all that was given and taken so far. */
export class RoleHolders {
  readonly #held = new Map<string, Held>();

  apply({ eventName, args, blockNumber }: RoleStep): void {
    if (eventName === "AmbassadorAppointed") {
      for (const one of this.#of(args.role)) {
        if (one.account !== args.wallet) this.#set({ ...one, until: Number(args.actsFrom) });
      }
    }
    if (eventName === "RoleGranted") {
      this.#set({ role: args.role, account: args.account, since: blockNumber, until: null });
    }
    if (eventName !== "RoleRevoked") return;
    this.#held.delete(keyOf(args.role, args.account));
    // Whoever is left is not succeeded any more: that a successor took over is written down before the successor leaves.
    for (const one of this.#of(args.role)) this.#set({ ...one, until: null });
  }

  has(role: Hex, account: Address): boolean {
    return this.#held.has(keyOf(role, account));
  }

  /** In the order in which they got their roles. @param now seconds; without, also those whose successor took over. */
  all(now?: number): Held[] {
    return [...this.#held.values()].filter(({ until }) => now === undefined || until === null || now < until);
  }

  #of(role: Hex): Held[] {
    return this.all().filter((one) => one.role === role);
  }

  #set(held: Held): void {
    this.#held.set(keyOf(held.role, held.account), held);
  }
}

export function holdersAfter(steps: readonly RoleStep[]): RoleHolders {
  const holders = new RoleHolders();
  for (const step of steps) holders.apply(step);
  return holders;
}

/** What gives, takes or ends roles, among all that happened to roles. */
export function roleSteps(events: readonly RoleEvent[]): RoleStep[] {
  return events.filter((event): event is RoleStep => isRoleChange(event) || event.eventName === "AmbassadorAppointed");
}

export function isRoleChange(event: RoleEvent): event is RoleChange {
  return event.eventName === "RoleGranted" || event.eventName === "RoleRevoked";
}

function keyOf(role: Hex, account: Address): string {
  return `${role} ${account}`;
}
