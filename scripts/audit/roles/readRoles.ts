import { authorityAbi } from "@one-small-town/core/abis/authorityAbi.ts";
import { authorityEvents } from "@one-small-town/core/abis/authorityEvents.ts";
import { memberRegistryEvents } from "@one-small-town/core/abis/memberRegistryEvents.ts";
import { townRegistryEvents } from "@one-small-town/core/abis/townRegistryEvents.ts";
import type { BlockRange } from "@one-small-town/core/asking/ranges.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { eventsNamed } from "@one-small-town/core/verify/events.ts";
import {
  type Held,
  isRoleChange,
  type RoleChange,
  roleSteps,
  holdersAfter,
} from "@one-small-town/core/verify/replay/RoleHolders.ts";
import type { Address, Hex } from "viem";
import { getBlock } from "viem/actions";
import { readEach } from "../../../web/src/chain/readEach.ts";
import { readEvents } from "../../../web/src/chain/readEvents.ts";
import type { System } from "../../../web/src/chain/System.ts";

/** A role and a wallet that may hold it. */
type Pair = { role: Hex; account: Address };

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

type Residence = { town: number; wallet: Address };

/** Reads who was given which role, and asks the Authority about everybody who could hold one, of all towns or of one. */
export async function readRoles(
  { client, deployment }: System,
  range: BlockRange,
  town: number | null,
): Promise<RolesRead> {
  const { Authority, TownRegistry, MemberRegistry } = deployment.addresses;
  const [authority, towns, members] = await Promise.all([
    readEvents(client, { address: Authority, abi: authorityEvents, ...range }),
    readEvents(client, { address: TownRegistry, abi: townRegistryEvents, ...range }),
    readEvents(client, { address: MemberRegistry, abi: memberRegistryEvents, ...range }),
  ]);
  const events = authority.filter(isRoleChange);
  const everywhere: Residence[] = eventsNamed(members, "ResidencyAttested").map(({ args }) => args);
  const residences = everywhere.filter((one) => town === null || one.town === town);
  const pairs = pairsOf(events, residences);
  const accounts = [...new Set(pairs.map(({ account }) => account))];
  const view = { address: Authority, abi: authorityAbi } as const;
  const [{ timestamp }, stated, keys] = await Promise.all([
    getBlock(client, { blockNumber: range.toBlock }),
    readEach(
      client,
      pairs,
      ({ role, account }) => [{ ...view, functionName: "hasRole", args: [role, account] }],
      range.toBlock,
    ),
    readEach(client, accounts, (account) => [{ ...view, functionName: "keyOf", args: [account] }], range.toBlock),
  ]);
  return {
    events,
    changedAdmins: eventsNamed(authority, "RoleAdminChanged").map(({ args }) => args.role),
    countries: new Set(eventsNamed(towns, "CountryOpened").map(({ args }) => args.country)),
    towns: new Map(eventsNamed(towns, "TownFounded").map(({ args }) => [args.town, args])),
    persons: personsOf(members),
    held: holdersAfter(roleSteps(authority)).all(Number(timestamp)),
    stated: stated.map(([pair, [holds]]) => ({ ...pair, holds })),
    keys: new Map(keys.map(([account, [key]]) => [account, key])),
  };
}

/**
 * Whoever was ever given a role, and for everybody who lives in a town, the roles of a town that are no keys: which key
 * a wallet holds the Authority says in one answer.
 */
function pairsOf(events: readonly RoleChange[], residences: readonly Residence[]): Pair[] {
  const pairs = [
    ...events.map(({ args: { role, account } }) => ({ role, account })),
    ...residences.flatMap(({ town, wallet: account }) => [
      { role: roleIds.steward(town), account },
      { role: roleIds.projectManager(town), account },
    ]),
  ];
  return [...new Map(pairs.map((pair) => [`${pair.role} ${pair.account}`, pair])).values()];
}

function personsOf(members: Awaited<ReturnType<typeof readEvents<typeof memberRegistryEvents>>>): Map<Address, Hex> {
  const persons = new Map<Address, Hex>();
  for (const { eventName, args } of members) {
    if (eventName === "ResidencyAttested" || eventName === "OutsiderAttested") persons.set(args.wallet, args.personId);
    if (eventName !== "WalletMoved") continue;
    const personId = persons.get(args.wallet);
    if (personId !== undefined) persons.set(args.newWallet, personId);
  }
  return persons;
}
