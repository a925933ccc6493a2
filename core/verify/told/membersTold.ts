import type { Address } from "viem";
import { isSameAddress } from "../../hex.ts";
import { weekIndexOf } from "../../hours/weeks.ts";
import { roleIds } from "../../roles/roleIds.ts";
import { isBeside, type MakeRules } from "./Telling.ts";

/**
 * Persons are attested by who may, where they live; numbers count up; one goes away who was here, and comes back who was
 * away, from the weeks in which that is; and a new wallet is announced as it was proposed.
 */
export const membersTold: MakeRules = ({ addresses }) => {
  const homes = new Map<Address, number>();
  const counts = new Map<number, number>();
  const away = new Map<string, number>();
  const suspensions = new Map<Address, { reason: string; by: Address }>();
  const suspended = new Set<Address>();
  const reserved = new Map<Address, Address>();
  const begun = new Map<Address, Address>();
  const followed = new Set<Address>();
  const follow = (wallet: Address, heir: Address | null) => {
    const isFirst = !followed.has(wallet);
    followed.add(wallet);
    if (heir !== null) homes.set(heir, homes.get(wallet) ?? 0);
    if (suspended.delete(wallet) && heir !== null) suspended.add(heir);
    homes.delete(wallet);
    begun.delete(wallet);
    return isFirst;
  };
  return {
    ResidencyAttested: ({ town, wallet, by }, { world }) => {
      const isThere = (homes.get(wallet) ?? town) === town;
      homes.set(wallet, town);
      const keys = world.roles.keysOf(by, world.now);
      const isKey = keys.includes(roleIds.registrar(town)) || keys.includes(roleIds.townAmbassador(town));
      return isThere && (isKey || isSameAddress(by, addresses.TownRegistry));
    },
    OutsiderAttested: ({ wallet, ambassadorOf, by }, { world }) => {
      const isThere = (homes.get(wallet) ?? 0) === 0;
      homes.set(wallet, 0);
      return isThere && world.roles.keysOf(by, world.now).includes(roleIds.countryAmbassador(ambassadorOf));
    },
    HouseMoved: ({ wallet, fromTown, toTown }, moment) => {
      const isFrom = homes.get(wallet) === fromTown;
      homes.set(wallet, toTown);
      const isIt = (args: { wallet: Address }) => args.wallet === wallet;
      return isFrom && (isBeside(moment, "ResidencyAttested", isIt) || isBeside(moment, "OutsiderAttested", isIt));
    },
    MoveAnnounced: ({ wallet, fromTown }) => homes.get(wallet) === fromTown,
    MemberAdmitted: ({ town, number, wallet }) => {
      const isNext = number === (counts.get(town) ?? 0) + 1;
      counts.set(town, number);
      return isNext && homes.get(wallet) === town;
    },
    MemberLeft: ({ town, number, wallet }, { world }) => {
      const record = world.persons.records.get(wallet);
      return record?.town === town && record.number === number;
    },
    MemberAway: ({ town, number, weekIndex }, { time, before }) => {
      const isHere = !away.has(`${town}/${number}`) && number <= (counts.get(town) ?? 0);
      away.set(`${town}/${number}`, weekIndex);
      if (time === null) return isHere;
      // Who moved house in the week in which they join was away in it.
      const joins =
        before?.eventName === "MemberAdmitted" && before.args.town === town && before.args.number === number;
      return isHere && weekIndex === weekIndexOf(time) - (joins ? 1 : 0);
    },
    MemberReturned: ({ town, number, wallet, weekIndex }, { world, time, before }) => {
      const since = away.get(`${town}/${number}`);
      away.delete(`${town}/${number}`);
      const isTheirs = world.persons.numbers.get(town)?.get(number)?.wallet === wallet;
      if (since === undefined || !isTheirs) return false;
      if (before?.eventName === "PersonReinstated") return weekIndex === since;
      if (time === null) return weekIndex >= since;
      const week = weekIndexOf(time);
      return weekIndex === week + (world.persons.records.get(wallet)?.movedIn === week ? 1 : 0);
    },
    SuspensionProposed: ({ town, wallet, reason, by }, { world }) => {
      suspensions.set(wallet, { reason, by });
      return homes.get(wallet) === town && world.roles.acts(roleIds.registrar(town), by, world.now);
    },
    SuspensionTakenBack: ({ wallet, reason, by }) => {
      const proposed = suspensions.get(wallet);
      suspensions.delete(wallet);
      return proposed?.reason === reason && proposed.by === by;
    },
    PersonSuspended: ({ wallet }) => {
      suspended.add(wallet);
      return suspensions.delete(wallet);
    },
    PersonReinstated: ({ town, wallet, by }, { world }) => {
      const role = roleIds.countryAmbassador(world.countryOf(town));
      return suspended.delete(wallet) && homes.get(wallet) === town && world.roles.keysOf(by, world.now).includes(role);
    },
    SuccessionProposed: ({ wallet, proposal }) => {
      reserved.set(wallet, BigInt(proposal.evidence) === 0n ? proposal.successor : NOBODY);
      return true;
    },
    SuccessionBegun: ({ wallet, newWallet }) => {
      const isNew = !begun.has(wallet);
      begun.set(wallet, newWallet);
      return isNew && reserved.get(wallet) === newWallet;
    },
    SuccessionEnded: ({ wallet, newWallet }) => {
      const was = begun.get(wallet);
      begun.delete(wallet);
      return was === newWallet;
    },
    WalletMoved: ({ wallet, newWallet }) => follow(wallet, newWallet),
    RecordClosed: ({ wallet }) => follow(wallet, null),
  };
};

const NOBODY: Address = `0x${"0".repeat(40)}`;
