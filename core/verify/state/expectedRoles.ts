import { HEAD_OFFICE_DELAY, NAMING_LASTS } from "../../rules/Authority.ts";
import { inOrder } from "../../position.ts";
import { roleIds } from "../../roles/roleIds.ts";
import type { RoleEvent } from "../Books.ts";
import { eventsNamed } from "../events.ts";
import { Roles } from "../replay/Roles.ts";
import { kindOfRole } from "../roles/kindOfRole.ts";
import { townsOf } from "../replay/towns.ts";
import { type Address, type Hex, zeroAddress, zeroHash } from "viem";
import { type Expectation, expectedOf } from "./Expectation.ts";
import type { Known } from "./Known.ts";
import { type Scene, timeOf } from "./Scene.ts";

const say = expectedOf("Authority");

/** Who is in which office, and since when they may act; who takes over; and whom a key was offered, head office's too. */
export function expectedRoles(known: Known, { world, now }: Scene): Expectation[] {
  const { roles, towns } = known;
  const office = (role: Hex, town: number | null) => {
    const { holder, actsFrom, vacantSince, next, nextActsFrom } = world.roles.officeOf(role, now);
    const isVacant = holder === null || now < actsFrom;
    return [
      say("ambassadorOf", [role], [holder ?? zeroAddress, BigInt(actsFrom)], town),
      say("nextAmbassadorOf", [role], [next ?? zeroAddress, BigInt(nextActsFrom)], town),
      say("vacantSince", [role], isVacant ? vacantSince : 0, town),
    ];
  };
  const countries = eventsNamed(towns, "CountryOpened").map(({ args }) => args.country);
  const granted = new Set(eventsNamed(roles, "RoleGranted").map(({ args }) => args.role));
  const named = namingsAfter(known);
  return [
    say("headOffice", [], world.roles.headOffice ?? zeroAddress),
    ...expectedTransfer(known),
    ...countries.flatMap((country) => office(roleIds.countryAmbassador(country), null)),
    ...townsOf(towns).all.flatMap(({ id }) => [
      ...office(roleIds.townAmbassador(id), id),
      say("hadRegistrar", [id], granted.has(roleIds.registrar(id)), id),
      say("namingsOf", [id], named.get(id) ?? [], id),
    ]),
  ];
}

/** Who is to be head office next, from when on; and how long that takes, now and as it is to be. */
function expectedTransfer(known: Known): Expectation[] {
  const now = known.block.timestamp;
  let [newAdmin, schedule]: [Address, number] = [zeroAddress, 0];
  let [delay, newDelay, effect] = [HEAD_OFFICE_DELAY, 0, 0];
  const passed = (time: number) => effect !== 0 && effect < time;
  for (const event of known.roles) {
    const { eventName, args } = event;
    if (eventName === "DefaultAdminTransferScheduled") [newAdmin, schedule] = [args.newAdmin, args.acceptSchedule];
    if (eventName === "DefaultAdminTransferCanceled") [newAdmin, schedule] = [zeroAddress, 0];
    if (eventName === "RoleGranted" && args.role === zeroHash) [newAdmin, schedule] = [zeroAddress, 0];
    if (eventName === "DefaultAdminDelayChangeCanceled") [newDelay, effect] = [0, 0];
    if (eventName !== "DefaultAdminDelayChangeScheduled") continue;
    if (passed(timeOf(known, event))) delay = newDelay;
    [newDelay, effect] = [args.newDelay, args.effectSchedule];
  }
  const isChanged = passed(now);
  return [
    say("pendingDefaultAdmin", [], [newAdmin, schedule]),
    say("defaultAdminDelay", [], isChanged ? newDelay : delay),
    say("pendingDefaultAdminDelay", [], isChanged ? [0, 0] : [newDelay, effect]),
  ];
}

type Naming = { role: Hex; wallet: Address; proposer: Address; namedAt: number };

/** Of each town the namings that wait, as the contract keeps them: what ends gives its place to the last. */
function namingsAfter(known: Known): Map<number, Naming[]> {
  const held = new Roles();
  const lists = new Map<number, Naming[]>();
  const stands = ({ role, proposer, namedAt }: Naming, now: number) => {
    const { holder, actsFrom } = held.officeOf(roleIds.townAmbassador(kindOfRole(role)?.scope ?? 0), now);
    return holder === proposer && actsFrom <= namedAt && now < namedAt + NAMING_LASTS;
  };
  for (const event of inOrder<RoleEvent>(known.roles)) {
    const now = timeOf(known, event);
    const { eventName, args } = event;
    held.apply(event, now);
    if (eventName !== "KeyNamed" && eventName !== "NamingTakenBack" && eventName !== "RoleGranted") continue;
    const town = kindOfRole(args.role)?.scope ?? 0;
    const list = lists.get(town) ?? [];
    lists.set(town, list);
    if (eventName === "KeyNamed") {
      for (let i = list.length - 1; i >= 0; i--) {
        const naming = list[i];
        if (naming !== undefined && !stands(naming, now)) drop(list, i);
      }
      list.push({ role: args.role, wallet: args.wallet, proposer: args.by, namedAt: now });
    } else {
      const wallet = "wallet" in args ? args.wallet : args.account;
      drop(
        list,
        list.findIndex((one) => one.role === args.role && one.wallet === wallet),
      );
    }
  }
  const { timestamp } = known.block;
  return new Map([...lists].map(([town, list]) => [town, list.filter((naming) => stands(naming, timestamp))]));
}

/** Takes a thing out of a list in which order counts for nothing: the last takes its place. */
export function drop(list: unknown[], at: number): void {
  const last = at < 0 ? undefined : list.pop();
  if (last !== undefined && at < list.length) list[at] = last;
}
