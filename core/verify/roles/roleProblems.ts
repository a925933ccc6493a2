import type { Address, Hex } from "viem";
import { isSameAddress } from "../../hex.ts";
import { transactionOf } from "../../position.ts";
import { roleIds } from "../../roles/roleIds.ts";
import type { Books } from "../Books.ts";
import { eventsNamed, groupBy } from "../events.ts";
import {
  type Held,
  holdersAfter,
  isRoleChange,
  type RoleChange,
  RoleHolders,
  roleSteps,
} from "../replay/RoleHolders.ts";
import { townsOf } from "../replay/towns.ts";
import { isKey, kindOfRole, type RoleKind } from "./kindOfRole.ts";

/** What is wrong with who was given a role, or holds one. */
export type RoleProblem =
  | { kind: "unknownRole" | "toDeployer"; event: RoleChange }
  | { kind: "byOther"; event: RoleChange; allowed: readonly Address[] }
  | { kind: "changedAdmin"; role: Hex; block: bigint }
  | { kind: "heldByMany"; role: Hex; holders: readonly Held[] }
  | { kind: "twoKeys"; who: Hex; held: readonly Held[] };

/** All that is known of roles, from what happened. */
export type RolesKnown = {
  events: readonly RoleChange[];
  held: readonly Held[];
  countries: ReadonlySet<number>;
  /** By the town's id. */
  towns: ReadonlyMap<number, { name: string; country: number }>;
};

/** Null where not all of it could be read. */
export function rolesKnown({ roles, towns, block }: Pick<Books, "roles" | "towns" | "block">): RolesKnown | null {
  if (roles === null || towns === null) return null;
  return {
    events: roles.filter(isRoleChange),
    held: holdersAfter(roleSteps(roles)).all(block.timestamp),
    countries: new Set(eventsNamed(towns, "CountryOpened").map(({ args }) => args.country)),
    towns: new Map(townsOf(towns).all.map((town) => [town.id, town])),
  };
}

/** What is wrong with roles by all that happened; null where not all of it could be read. */
export function roleProblems(books: Books): RoleProblem[] | null {
  const { roles, members, addresses, deployer } = books;
  const known = rolesKnown(books);
  if (known === null || roles === null || members === null) return null;
  const given = known.events.filter(({ eventName }) => eventName === "RoleGranted");
  return [
    ...given.filter(({ args }) => !isOurs(args.role, known)).map((event) => ({ kind: "unknownRole" as const, event })),
    ...eventsNamed(roles, "RoleAdminChanged").map(({ args, blockNumber }) => ({
      kind: "changedAdmin" as const,
      role: args.role,
      block: blockNumber,
    })),
    ...givenByOthers(known, { TownRegistry: addresses.TownRegistry, deployer }),
    ...givenAtDeployment(given)
      .filter(({ args }) => isSameAddress(args.account, deployer))
      .map((event) => ({ kind: "toDeployer" as const, event })),
    ...heldByMany(known),
    ...twoKeys(known, personsOf(members)),
  ];
}

/** What the deployment itself gave: the very first roles are those of its constructor. What a town gives later is its own affair. */
function givenAtDeployment(given: readonly RoleChange[]): RoleChange[] {
  const [first] = given;
  return first === undefined ? [] : given.filter((event) => transactionOf(event) === transactionOf(first));
}

/** Whether a role is one of ours, of a country or town that exists. */
function isOurs(role: Hex, { countries, towns }: Pick<RolesKnown, "countries" | "towns">): boolean {
  const known = kindOfRole(role);
  if (known === null) return false;
  if (known.kind === "headOffice" || known.kind === "appointer") return true;
  return known.kind === "countryAmbassador" ? countries.has(known.scope) : towns.has(known.scope);
}

type Givers = { TownRegistry: Address; deployer: Address };

/**
 * Ambassadors are given by the TownRegistry, keys of a town by its country's ambassador, its other roles by its own; head
 * office passes itself on.
 */
function givenByOthers(known: RolesKnown, givers: Givers): RoleProblem[] {
  const before = new RoleHolders();
  return known.events.flatMap((event, i) => {
    const { role, sender } = event.args;
    const allowed = event.eventName === "RoleGranted" ? giversOf(role, known, givers, i === 0 ? null : before) : null;
    before.apply(event);
    if (allowed === null || allowed.some((giver) => isSameAddress(giver, sender))) return [];
    return [{ kind: "byOther" as const, event, allowed }];
  });
}

/** Null where anybody may, or nobody can say. `before`: who held a role by then; null at the very beginning. */
function giversOf(
  role: Hex,
  { towns }: RolesKnown,
  { TownRegistry, deployer }: Givers,
  before: RoleHolders | null,
): Address[] | null {
  const { kind, scope } = kindOfRole(role) ?? {};
  if (kind === undefined || scope === undefined) return null;
  if (kind === "countryAmbassador" || kind === "townAmbassador") return [TownRegistry];
  if (kind === "appointer") return [deployer];
  if (kind === "headOffice") return before === null ? [deployer] : null;
  const held = before?.all() ?? [];
  const isConfirmed = kind === "registrar" || kind === "coordinator";
  const giver = isConfirmed ? roleIds.countryAmbassador(towns.get(scope)?.country ?? 0) : roleIds.townAmbassador(scope);
  return held.flatMap((one) => (one.role === giver ? one.account : []));
}

const MANY: readonly RoleKind[] = ["registrar", "coordinator", "steward", "projectManager"];

/** Head office, the appointer and every ambassador are one; an ambassador serves beside a successor who waits. */
function heldByMany({ held }: RolesKnown): RoleProblem[] {
  return [...groupBy(held, ({ role }) => role)].flatMap(([role, holders]) => {
    const kind = kindOfRole(role)?.kind;
    const lasting = holders.filter(({ until }) => until === null);
    if (kind === undefined || MANY.includes(kind) || (lasting.length === 1 && holders.length <= 2)) return [];
    return [{ kind: "heldByMany" as const, role, holders }];
  });
}

/** Two keys are two wallets, and two persons. */
function twoKeys({ held }: RolesKnown, persons: ReadonlyMap<Address, Hex>): RoleProblem[] {
  const keys = held.filter(({ role }) => isKey(role));
  return [...groupBy(keys, ({ account }) => persons.get(account) ?? account)].flatMap(([who, own]) =>
    own.length === 1 ? [] : [{ kind: "twoKeys" as const, who, held: own }],
  );
}

/** The person of each wallet, as it was attested last. */
function personsOf(members: NonNullable<Books["members"]>): Map<Address, Hex> {
  const persons = new Map<Address, Hex>();
  for (const { eventName, args } of members) {
    if (eventName === "ResidencyAttested" || eventName === "OutsiderAttested") persons.set(args.wallet, args.personId);
    if (eventName !== "WalletMoved") continue;
    const personId = persons.get(args.wallet);
    if (personId !== undefined) persons.set(args.newWallet, personId);
  }
  return persons;
}
