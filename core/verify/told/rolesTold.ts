import { type Address, type Hex, zeroHash } from "viem";
import { isSameAddress } from "../../hex.ts";
import { roleIds } from "../../roles/roleIds.ts";
import { kindOfRole } from "../roles/kindOfRole.ts";
import { HEAD_OFFICE_DELAY, NAMING_LASTS } from "../../rules/Authority.ts";
import { isBeside, type MakeRules, type Moment } from "./Telling.ts";

/** How long a longer delay of head office waits at most (OpenZeppelin, `defaultAdminDelayIncreaseWait`). */
const LONGEST_WAIT = 5 * 86_400;

/** A role is given to who has it not, and taken from who has it; who takes it may; what is offered is offered once. */
export const rolesTold: MakeRules = ({ addresses }) => {
  const held = new Set<string>();
  const named = new Map<string, { by: Address; at: number }>();
  let isPassedOn = false;
  let [delay, newDelay, newDelayFrom] = [HEAD_OFFICE_DELAY, 0, 0];
  const delayAt = (time: number) => (newDelayFrom !== 0 && newDelayFrom < time ? newDelay : delay);
  const keyOf = (role: Hex, wallet: Address) => `${role} ${wallet}`;
  return {
    RoleGranted: ({ role, account }) => {
      if (role === zeroHash) isPassedOn = false;
      const isNew = !held.has(keyOf(role, account));
      held.add(keyOf(role, account));
      named.delete(keyOf(role, account));
      return isNew;
    },
    RoleRevoked: ({ role, account, sender }, moment) =>
      held.delete(keyOf(role, account)) && mayTake({ role, account, sender }, moment, addresses),
    KeyNamed: ({ role, wallet, by }, { world: { roles, now } }) => {
      const { kind, scope = 0 } = kindOfRole(role) ?? {};
      const isKey = kind === "registrar" || kind === "coordinator";
      const before = named.get(keyOf(role, wallet));
      const { holder, actsFrom } = roles.officeOf(roleIds.townAmbassador(scope), now);
      // Once more only where the first naming lapsed, or ended with the office of who named.
      const stands = before?.by === holder && actsFrom <= before.at && now < before.at + NAMING_LASTS;
      named.set(keyOf(role, wallet), { by, at: now });
      return isKey && !stands && by === roles.townKey(scope, now);
    },
    NamingTakenBack: ({ role, wallet, by }, { world }) =>
      named.delete(keyOf(role, wallet)) &&
      (by === wallet || by === world.roles.townKey(kindOfRole(role)?.scope ?? 0, world.now)),
    DefaultAdminTransferScheduled: ({ acceptSchedule }, { time }) => {
      const isNew = !isPassedOn;
      isPassedOn = true;
      return isNew && (time === null || acceptSchedule === time + delayAt(time));
    },
    DefaultAdminTransferCanceled: () => {
      const wasThere = isPassedOn;
      isPassedOn = false;
      return wasThere;
    },
    DefaultAdminDelayChangeScheduled: ({ newDelay: wanted, effectSchedule }, { time }) => {
      if (time === null) return true;
      const isFree = newDelayFrom === 0 || newDelayFrom < time;
      delay = delayAt(time);
      [newDelay, newDelayFrom] = [wanted, effectSchedule];
      const waits = wanted > delay ? Math.min(wanted, LONGEST_WAIT) : delay - wanted;
      return isFree && effectSchedule === time + waits;
    },
    DefaultAdminDelayChangeCanceled: () => {
      const wasThere = newDelayFrom !== 0;
      newDelayFrom = 0;
      return wasThere;
    },
  };
};

type Taken = { role: Hex; account: Address; sender: Address };

/**
 * Who may take a role: either ambassador of a town, who has it themself, the registries; head office's its successor. That
 * an ambassador's time was over is written down by whoever comes by.
 */
function mayTake(
  { role, account, sender }: Taken,
  moment: Moment,
  { TownRegistry, MemberRegistry }: Record<"TownRegistry" | "MemberRegistry", Address>,
): boolean {
  const { world } = moment;
  const { kind, scope = 0 } = kindOfRole(role) ?? {};
  if ([account, TownRegistry, MemberRegistry].some((one) => isSameAddress(one, sender))) return true;
  if (kind === "headOffice")
    return isBeside(moment, "RoleGranted", (args) => args.role === role && args.account === sender);
  if (kind === "countryAmbassador" || kind === "townAmbassador") {
    const { holder } = world.roles.officeOf(role, world.now);
    return holder !== null && holder !== account;
  }
  return [world.roles.townKey(scope, world.now), world.countryKey(scope)].includes(sender);
}
