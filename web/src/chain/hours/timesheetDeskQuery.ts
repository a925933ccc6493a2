import { authorityViews } from "@one-small-town/core/abis/authorityViews.ts";
import { contributionsViews } from "@one-small-town/core/abis/contributionsViews.ts";
import { memberRegistryViews } from "@one-small-town/core/abis/memberRegistryViews.ts";
import { townRegistryViews } from "@one-small-town/core/abis/townRegistryViews.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { queryOptions } from "@tanstack/react-query";
import { type Address, isAddressEqual, zeroAddress } from "viem";
import { keyOf } from "../keys.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";

/** A timesheet under review. */
export type PendingSheet = {
  pointer: Address;
  weekIndex: number;
  /** Seconds; from then on anybody may finalise it, and nobody can change it any more. */
  reviewEnds: number;
  /** Since when it has been reviewed as a jump; 0 when it never was one. */
  jumpSince: number;
  /** The coordinator who wrote it last. */
  by: Address;
  /** The member number of whoever submitted it, whose hours are not in it; 0 for none. */
  submitter: number;
  active: number;
  electors: number;
  shifts: number;
};

/** Where a town stands with its hours, and what a wallet may do about it, read at one block. */
export type TimesheetDesk = {
  /** Member numbers given. */
  members: number;
  /** Weeks whose hours can be sent in now, the one under review among them, the earliest first. */
  openWeeks: readonly number[];
  electors: number;
  /** How many timesheets the town has finalised. */
  timesheets: number;
  /** For the next one, in units of the town's currency: what past weeks left over, and what is added for it. */
  carry: bigint;
  running: bigint;
  pending: PendingSheet | null;
  /** Whether one of the town's two ambassadors is in power: else no hours are written. */
  hasPower: boolean;
  self: {
    /** The wallet's member number in this town; 0 for none. */
    member: number;
    isCoordinator: boolean;
    isTownAmbassador: boolean;
    /** Either ambassador, or head office. */
    mayReject: boolean;
  };
};

export function timesheetDeskQuery(system: System, town: number, wallet: Address | null) {
  return queryOptions({
    queryKey: keyOf(system, "timesheetDesk", town, wallet ?? "nobody"),
    queryFn: () => readDesk(system, town, wallet ?? zeroAddress),
  });
}

async function readDesk(system: System, town: number, wallet: Address): Promise<TimesheetDesk> {
  const { addresses } = system.deployment;
  const hours = { address: addresses.Contributions, abi: contributionsViews, args: [town] } as const;
  const registry = { address: addresses.MemberRegistry, abi: memberRegistryViews } as const;
  const towns = { address: addresses.TownRegistry, abi: townRegistryViews } as const;
  const authority = { address: addresses.Authority, abi: authorityViews } as const;
  const [pool, pending, openWeeks, [, electors], members, person, townKey, countryKey, ...powers] = await readNow(
    system,
    [
      { ...hours, functionName: "poolOf" },
      { ...hours, functionName: "pendingOf" },
      { ...hours, functionName: "openWeeksOf" },
      { ...hours, functionName: "electorsOf" },
      { ...registry, functionName: "memberCount", args: [town] },
      { ...registry, functionName: "personOf", args: [wallet] },
      { ...towns, functionName: "townKeyOf", args: [town] },
      { ...towns, functionName: "countryKeyOf", args: [town] },
      { ...authority, functionName: "acts", args: [roleIds.coordinator(town), wallet] },
      { ...towns, functionName: "isTownAmbassador", args: [town, wallet] },
      { ...towns, functionName: "isAmbassador", args: [town, wallet] },
      { ...authority, functionName: "headOffice" },
    ],
    { bytes: 400 },
  );
  const [isCoordinator, isTownAmbassador, isAmbassador, headOffice] = powers;
  return {
    members,
    openWeeks,
    electors,
    timesheets: pool.timesheets,
    carry: pool.carry,
    running: pool.running,
    pending: pending.pointer === zeroAddress ? null : pending,
    hasPower: townKey !== zeroAddress || countryKey !== zeroAddress,
    self: {
      member: person.town === town ? person.number : 0,
      isCoordinator,
      isTownAmbassador,
      mayReject: isAmbassador || (wallet !== zeroAddress && isAddressEqual(headOffice, wallet)),
    },
  };
}
