import type { Address, Hex } from "viem";
import { roleIds } from "../../roles/roleIds.ts";
import { eventsNamed } from "../events.ts";
import { isKey, keyName } from "../roles/kindOfRole.ts";
import { holdersAfter, isRoleChange, roleSteps } from "../replay/RoleHolders.ts";
import { type Expectation, expectedOf } from "./Expectation.ts";
import type { Known } from "./Known.ts";
import type { Scene } from "./Scene.ts";

type Pair = { role: Hex; account: Address; town: number | null };

/** The roles of a town that can have several holders, of whom no office tells. */
const OF_TOWNS = [roleIds.registrar, roleIds.coordinator, roleIds.steward, roleIds.projectManager];

/**
 * Whether whoever was ever given a role holds it, and since when; and for everybody who lives in a town its roles, and
 * which key they hold.
 */
export function expectedHolders({ roles, members, block }: Known, { world, now }: Scene): Expectation[] {
  const say = expectedOf("Authority");
  const held = holdersAfter(roleSteps(roles)).all(block.timestamp);
  const holds = new Set(held.map(({ role, account }) => `${role} ${account}`));
  const pairs: Pair[] = [
    ...eventsNamed(members, "ResidencyAttested").flatMap(({ args: { town, wallet: account } }) =>
      OF_TOWNS.map((roleOf) => ({ role: roleOf(town), account, town })),
    ),
    ...roles.filter(isRoleChange).map(({ args: { role, account } }) => ({ role, account, town: null })),
  ];
  const asked = [...new Map(pairs.map((pair) => [`${pair.role} ${pair.account}`, pair])).entries()];
  const keys = new Map(held.filter(({ role }) => isKey(role)).map(({ role, account }) => [account, keyName(role)]));
  const accounts = new Map(pairs.map(({ account, town }) => [account, town]));
  return [
    ...asked.map(([pair, { role, account, town }]) => say("hasRole", [role, account], holds.has(pair), town)),
    ...held.map(({ role, account }) =>
      say("actsSince", [role, account], world.roles.actsSince(role, account, now) ?? 0),
    ),
    ...[...accounts].map(([account, town]) => say("keyOf", [account], keys.get(account) ?? keyName(null), town)),
  ];
}
