import type { Address, Hex } from "viem";
import { bytesOf } from "../../hex.ts";
import { isActive, shiftsOf } from "../../hours/timesheet.ts";
import { roleIds } from "../../roles/roleIds.ts";
import { openWeeksAt } from "../replay/openWeeks.ts";
import type { World } from "../replay/World.ts";
import type { MakeRules, Moment } from "./Telling.ts";

type Pending = { weekIndex: number; pointer: Address };

/**
 * One sheet of a town is under review at a time: what is amended, rejected or final was submitted, by who may, and has as many
 * active members and shifts as its bytes. Whoever is paid has the number that earned it.
 */
export const hoursTold: MakeRules = ({ codes }) => {
  const pending = new Map<number, Pending>();
  const pointers = new Set<Address>();
  const final = new Map<number, number>();
  const rejected = new Map<number, Map<number, number>>();
  const ends = new Map<bigint, { town: number; lastWeek: number }>();
  const countIn = (pointer: Address | undefined) => {
    const code = pointer === undefined ? undefined : codes?.get(pointer);
    return code === undefined ? null : countOf(code);
  };
  const end = (town: number, weekIndex: number): Pending | null => {
    const sheet = pending.get(town);
    pending.delete(town);
    return sheet?.weekIndex === weekIndex ? sheet : null;
  };
  const isNew = (pointer: Address) => {
    const isFirst = !pointers.has(pointer);
    pointers.add(pointer);
    return isFirst;
  };
  return {
    TimesheetSubmitted: ({ town, weekIndex, by, pointer, active, passedOver }, { world, time }) => {
      const isFree = !pending.has(town) && isNew(pointer);
      pending.set(town, { weekIndex, pointer });
      const counted = countIn(pointer);
      const isCounted = counted === null || counted.active === active;
      const open =
        time === null
          ? passedOver
          : openWeeksAt({ lastWeek: final.get(town) ?? 0, rejected: rejected.get(town), now: time, before: weekIndex });
      const isCoordinator = world.roles.acts(roleIds.coordinator(town), by, world.now);
      return isFree && isCoordinator && isCounted && open.join() === passedOver.join();
    },
    TimesheetAmended: ({ town, weekIndex, by, pointer, active, numbers, quarters }, { world }) => {
      const before = pending.get(town);
      pending.set(town, { weekIndex, pointer });
      const mayAmend = world.roles.acts(roleIds.coordinator(town), by, world.now) || isTownKey(by, town, world);
      const counted = countIn(pointer);
      const isCounted = counted === null || counted.active === active;
      const [old, next] = [before && codes?.get(before.pointer), codes?.get(pointer)];
      const isAmended = old === undefined || next === undefined || isAmendedBy(old, next, numbers, quarters);
      return isNew(pointer) && before?.weekIndex === weekIndex && mayAmend && isCounted && isAmended;
    },
    TimesheetRejected: ({ town, weekIndex, by }, moment) => {
      if (moment.time !== null) rejected.set(town, (rejected.get(town) ?? new Map()).set(weekIndex, moment.time));
      return end(town, weekIndex) !== null && mayReject(by, town, moment);
    },
    EmptyTimesheetFinalised: ({ town, weekIndex }) => {
      final.set(town, weekIndex);
      return end(town, weekIndex) !== null;
    },
    TimesheetFinalised: ({ town, weekIndex, active, shifts }) => {
      final.set(town, weekIndex);
      const counted = countIn(end(town, weekIndex)?.pointer);
      return counted !== null && BigInt(counted.active) === active && BigInt(counted.shifts) === shifts;
    },
    MembersFunded: ({ amount, weeks_, perWeek }) => perWeek === amount / BigInt(weeks_),
    ContributionsClaimed: isTheirs,
    CashKept: isTheirs,
    KeptCashPaid: isTheirs,
    BenefitListed: ({ benefit, town, by }, { world }) => {
      ends.set(benefit, { town, lastWeek: Infinity });
      return world.roles.acts(roleIds.steward(town), by, world.now);
    },
    BenefitEnded: ({ benefit, by, lastWeekIndex }, { world }) => {
      const { town = 0, lastWeek = 0 } = ends.get(benefit) ?? {};
      ends.set(benefit, { town, lastWeek: lastWeekIndex });
      return lastWeekIndex < lastWeek && world.roles.acts(roleIds.steward(town), by, world.now);
    },
  };
};

type Paid = { town: number; number: number; wallet: Address };

function isTheirs({ town, number, wallet }: Paid, { world }: Moment): boolean {
  return world.persons.numbers.get(town)?.get(number)?.wallet === wallet;
}

function isTownKey(wallet: Address, town: number, { roles, now }: World): boolean {
  return roles.keysOf(wallet, now).includes(roleIds.townAmbassador(town));
}

/** Either ambassador of the town, or head office. */
function mayReject(by: Address, town: number, { world }: Moment): boolean {
  return by === world.roles.headOffice || by === world.countryKey(town) || isTownKey(by, town, world);
}

function isAmendedBy(old: Hex, next: Hex, numbers: readonly number[], quarters: Hex): boolean {
  const [before, after, written] = [bytesOf(old), bytesOf(next), bytesOf(quarters)];
  const changes = new Map(numbers.map((number, i) => [number, written[i] ?? 0]));
  return (
    [...changes].every(([number, own]) => (after[number] ?? 0) === own) &&
    after.every((own, number) => changes.has(number) || own === (before[number] ?? 0))
  );
}

function countOf(code: Hex): { active: number; shifts: number } {
  const quarters = bytesOf(code).subarray(1);
  return {
    active: quarters.reduce((sum, own) => sum + (isActive(own) ? 1 : 0), 0),
    shifts: quarters.reduce((sum, own) => sum + shiftsOf(own), 0),
  };
}
