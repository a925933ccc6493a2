import { type Address, type Hex, zeroHash } from "viem";
import { NAMING_LASTS, SUCCESSION_DELAY } from "../../rules/Authority.ts";
import { COORDINATOR, COUNTRY_AMBASSADOR, TOWN_AMBASSADOR } from "../../rules/Roles.ts";
import { transactionOf } from "../../position.ts";
import type { Books, RoleEvent } from "../Books.ts";
import type { Row } from "../Finding.ts";
import { knownOf, replay, type World } from "../replay/World.ts";
import { type StepInTown, stepsByTown } from "../rows/stepsByTown.ts";

/**
 * 20: each key was given as it must be: head office's accepted by who got it, an ambassador's by the TownRegistry, with its
 * time to wait, any other named by one ambassador and confirmed by the other. No wallet got two.
 */
export function checkOffices(books: Books): Row[] | null {
  const { towns, roles, addresses } = books;
  const known = knownOf(books);
  if (towns === null || roles === null || known === null) return null;
  const judge = judgeKeys(roles, addresses.TownRegistry);
  const steps: StepInTown[] = [];
  replay(known, roles, (event, world) => {
    const isRight = judge(event, world);
    if (isRight !== undefined) steps.push({ ...isRight, block: event.blockNumber });
  });
  return stepsByTown(towns, steps);
}

type Judge = (event: RoleEvent, world: World) => { town: number; isRight: boolean } | undefined;

function judgeKeys(roles: readonly RoleEvent[], townRegistry: Address): Judge {
  const registry = townRegistry.toLowerCase();
  const appointed = new Set(roles.flatMap(appointmentOf));
  const granted = new Map<string, Address>();
  const named = new Map<string, { by: Address; at: number }>();
  const held = new Set<Hex>();
  let awaited: { newAdmin: Address; acceptSchedule: number } | undefined;
  return (event, world) => {
    const { eventName, args } = event;
    if (eventName === "KeyNamed") named.set(keyOf(args), { by: args.by, at: world.now });
    if (eventName === "NamingTakenBack") named.delete(keyOf(args));
    if (eventName === "DefaultAdminTransferScheduled") awaited = args;
    if (eventName === "DefaultAdminTransferCanceled") awaited = undefined;
    if (eventName === "AmbassadorAppointed") {
      const { role, wallet } = args;
      const isInTime = Number(args.actsFrom) === world.now + (held.has(role) ? SUCCESSION_DELAY : 0);
      held.add(role);
      const isByRegistry = granted.get(`${transactionOf(event)}/${keyOf(args)}`)?.toLowerCase() === registry;
      return { town: partsOf(role).town, isRight: isOne(wallet, world) && isInTime && isByRegistry };
    }
    if (eventName !== "RoleGranted") return undefined;
    const { role, account: wallet, sender } = args;
    const { kind, town } = partsOf(role);
    if (role === zeroHash) {
      const isFirst = !held.has(role);
      held.add(role);
      const isAccepted = sender === wallet && awaited?.newAdmin === wallet && world.now > awaited.acceptSchedule;
      awaited = undefined;
      return { town, isRight: isOne(wallet, world) && (isFirst || isAccepted) };
    }
    if (kind < COUNTRY_AMBASSADOR || kind > COORDINATOR) return undefined;
    if (kind <= TOWN_AMBASSADOR) {
      const grant = `${transactionOf(event)}/${keyOf({ role, wallet })}`;
      granted.set(grant, sender);
      return appointed.has(grant) ? undefined : { town, isRight: false };
    }
    const naming = named.get(keyOf({ role, wallet }));
    named.delete(keyOf({ role, wallet }));
    const isNamed = naming !== undefined && naming.by === world.townKey(town) && world.now < naming.at + NAMING_LASTS;
    return { town, isRight: isOne(wallet, world) && isNamed && sender === world.countryKey(town) };
  };
}

function isOne(wallet: Address, { roles, now }: World): boolean {
  return roles.keysOf(wallet, now).length === 1;
}

function appointmentOf(event: RoleEvent): string[] {
  return event.eventName === "AmbassadorAppointed" ? [`${transactionOf(event)}/${keyOf(event.args)}`] : [];
}

/** A role's kind, and its town; 0 for one of a country or of nobody's. */
function partsOf(role: Hex): { kind: number; town: number } {
  const id = BigInt(role);
  const kind = Number(id >> 248n);
  return { kind, town: kind >= TOWN_AMBASSADOR && kind <= COORDINATOR ? Number(id & 0xffff_ffffn) : 0 };
}

function keyOf({ role, wallet }: { role: Hex; wallet: Address }): string {
  return `${role} ${wallet}`;
}
