import { type Address, type Hex, zeroHash } from "viem";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { groupBy } from "@one-small-town/core/verify/events.ts";
import { kindOfRole, type RoleKind } from "./kindOfRole.ts";
import { RoleHolders } from "@one-small-town/core/verify/replay/RoleHolders.ts";
import { roleName } from "./roleName.ts";
import type { RolesRead } from "./readRoles.ts";

/** The one key under which head office is written down, as its role is zero. */
const HEAD_OFFICE: Hex = `0xf1${"0".repeat(62)}`;

/** Of these a wallet may hold only one. */
const KEYS: readonly RoleKind[] = ["headOffice", "countryAmbassador", "townAmbassador", "registrar", "coordinator"];

/** What is wrong with who holds which role, in sentences. */
export function checkRoles(read: RolesRead, { addresses, parameters }: Deployment): string[] {
  return [
    ...unknownRoles(read),
    ...read.changedAdmins.map((role) => `Who may give the role ${role} was changed, which nobody can.`),
    ...givenByOthers(read, { ...addresses, deployer: parameters.deployer }),
    ...givenToDeployer(read, parameters.deployer),
    ...heldByMany(read),
    ...twoKeys(read),
    ...statedOtherwise(read),
    ...keysStatedOtherwise(read),
  ];
}

function unknownRoles(read: RolesRead): string[] {
  return read.events
    .filter(({ eventName, args }) => eventName === "RoleGranted" && roleName(args.role, read) === null)
    .map(({ args: { role, account }, blockNumber }) => {
      return `${account} was given ${role} in block ${blockNumber}: no role of ours is that.`;
    });
}

type Givers = { TownRegistry: Address; deployer: Address };

/**
 * Ambassadors are given by the TownRegistry, keys of a town by its country's ambassador, its other roles by its own; head
 * office passes itself on.
 */
function givenByOthers(read: RolesRead, givers: Givers): string[] {
  const before = new RoleHolders();
  return read.events.flatMap((event, i) => {
    const { role, account, sender } = event.args;
    const allowed = event.eventName === "RoleGranted" ? giversOf(role, read, givers, i === 0 ? null : before) : null;
    before.apply(event);
    if (allowed === null || allowed.some((giver) => isSame(giver, sender))) return [];
    const [name, right] = [roleName(role, read) ?? role, allowed.join(" or ") || "nobody"];
    return `${account} was made ${name} in block ${event.blockNumber} by ${sender}, but only ${right} may.`;
  });
}

/** Null where anybody may, or nobody can say. `before`: who held a role by then; null at the very beginning. */
function giversOf(
  role: Hex,
  { towns }: RolesRead,
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

function givenToDeployer(read: RolesRead, deployer: Address): string[] {
  return read.events
    .filter(({ eventName, args }) => eventName === "RoleGranted" && isSame(args.account, deployer))
    .map(({ args: { role }, blockNumber }) => {
      return `The deployer was made ${roleName(role, read) ?? role} in block ${blockNumber}.`;
    });
}

/** Head office, the appointer and every ambassador are one; an ambassador serves beside a successor who waits. */
function heldByMany(read: RolesRead): string[] {
  return [...groupBy(read.held, ({ role }) => role)].flatMap(([role, holders]) => {
    const kind = kindOfRole(role)?.kind;
    const isSingle = kind !== undefined && !["registrar", "coordinator", "steward", "projectManager"].includes(kind);
    const lasting = holders.filter(({ until }) => until === null);
    if (!isSingle || (lasting.length === 1 && holders.length <= 2)) return [];
    const wallets = holders.map(({ account }) => account).join(" and ");
    return `${wallets} are ${roleName(role, read) ?? role} at once, but only one may be.`;
  });
}

/** Two keys are two wallets, and two persons. */
function twoKeys(read: RolesRead): string[] {
  const keys = read.held.filter(({ role }) => KEYS.includes(kindOfRole(role)?.kind as RoleKind));
  const owner = (account: Address) => read.persons.get(account) ?? account;
  return [...groupBy(keys, ({ account }) => owner(account))].flatMap(([who, held]) => {
    if (held.length === 1) return [];
    const names = held.map(({ role, account }) => `${roleName(role, read) ?? role} (${account})`).join(" and ");
    return `${who.length === 42 ? "The wallet" : "The person"} ${who} holds two keys: ${names}.`;
  });
}

function statedOtherwise(read: RolesRead): string[] {
  const held = new Set(read.held.map(({ role, account }) => `${role} ${account}`));
  return read.stated
    .filter(({ role, account, holds }) => holds !== held.has(`${role} ${account}`))
    .map(({ role, account, holds }) => {
      const name = roleName(role, read) ?? role;
      return holds
        ? `The Authority says that ${account} is ${name}, but by the events nobody made them that.`
        : `The Authority says that ${account} is not ${name}, but by the events they are.`;
    });
}

function keysStatedOtherwise(read: RolesRead): string[] {
  const nameOf = (key: Hex) => (key === zeroHash ? "none" : (roleName(idOf(key), read) ?? key));
  return [...read.keys].flatMap(([account, stated]) => {
    const [key] = read.held.filter((one) => one.account === account && isKey(one.role));
    const expected = key === undefined ? zeroHash : key.role === zeroHash ? HEAD_OFFICE : key.role;
    if (stated === expected) return [];
    return `The Authority says that the key of ${account} is ${nameOf(stated)}; by the events it is ${nameOf(expected)}.`;
  });
}

function idOf(key: Hex): Hex {
  return key === HEAD_OFFICE ? zeroHash : key;
}

function isKey(role: Hex): boolean {
  return KEYS.includes(kindOfRole(role)?.kind as RoleKind);
}

function isSame(one: Address, other: Address): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
