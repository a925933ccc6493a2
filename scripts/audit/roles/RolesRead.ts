import type { Address, Hex } from "viem";
import type { Held, RoleChange } from "@one-small-town/core/verify/replay/RoleHolders.ts";

/** A role and a wallet that may hold it. */
export type Pair = { role: Hex; account: Address };

/** All that is read of roles, at one block: what happened, and what the Authority says itself. */
export type RolesRead = {
  /** Roles that were given and taken, in the order of the chain. */
  events: readonly RoleChange[];
  /** Roles of which somebody changed who may give them. There are none. */
  changedAdmins: readonly Hex[];
  countries: ReadonlySet<number>;
  /** By the town's id. */
  towns: ReadonlyMap<number, { name: string; country: number }>;
  /** The person of each wallet, as it was attested last. */
  persons: ReadonlyMap<Address, Hex>;
  /** Who holds what by the events. */
  held: readonly Held[];
  /** What the Authority answers to each pair, of all who held a role or live in a town. */
  stated: readonly (Pair & { holds: boolean })[];
  /** Which key the Authority says that each of those wallets holds; zero for none. */
  keys: ReadonlyMap<Address, Hex>;
};
