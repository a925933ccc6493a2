import { queryOptions } from "@tanstack/react-query";
import { type Address, zeroAddress } from "viem";
import { authorityViews } from "@one-small-town/core/abis/authorityViews.ts";
import { contributionsViews } from "@one-small-town/core/abis/contributionsViews.ts";
import { memberRegistryViews } from "@one-small-town/core/abis/memberRegistryViews.ts";
import { townRegistryViews } from "@one-small-town/core/abis/townRegistryViews.ts";
import { townTreasuryViews } from "@one-small-town/core/abis/townTreasuryViews.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { keyOf } from "../keys.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";
import { readFounded } from "./readTown.ts";

/** One of the two keys: who acts with it now, and who will from a moment on (seconds); null for nobody. */
export type Key = { acting: Address | null; next: { wallet: Address; from: number } | null };

/** What a town has and who holds its keys, read at one block. Money in units of the town's currency. */
export type TownFigures = {
  /** Member numbers given: those whose members left, are suspended, moved away or died among them. */
  joined: number;
  /** Whether both keys act; a town without is dormant. */
  isActive: boolean;
  townKey: Key;
  countryKey: Key;
  fund: bigint;
  /** For the members: what past weeks left over, and what is added for the next week. */
  carry: bigint;
  running: bigint;
  /** The timesheet under review; null when there is none. */
  pending: Review | null;
  /** Weeks whose hours can be sent in now, the one under review among them. */
  openWeeks: readonly number[];
};

/** A review, and what decided how long it takes: how many were active, and how many electors there were. */
export type Review = { weekIndex: number; reviewEnds: number; active: number; electors: number };

export function townFiguresQuery(system: System, town: number) {
  return queryOptions({
    queryKey: keyOf(system, "townFigures", town),
    queryFn: () => readTownFigures(system, town),
  });
}

async function readTownFigures(system: System, town: number): Promise<TownFigures> {
  const { addresses } = system.deployment;
  const towns = { address: addresses.TownRegistry, abi: townRegistryViews, args: [town] } as const;
  const hours = { address: addresses.Contributions, abi: contributionsViews, args: [town] } as const;
  const { country } = await readFounded(system, town);
  const registry = { address: addresses.MemberRegistry, abi: memberRegistryViews, args: [town] } as const;
  const authority = { address: addresses.Authority, abi: authorityViews } as const;
  const [townRole, countryRole] = [roleIds.townAmbassador(town), roleIds.countryAmbassador(country)];
  const [joined, isActive, townKey, countryKey, fund, pool, pending, openWeeks, ...offices] = await readNow(
    system,
    [
      { ...registry, functionName: "memberCount" },
      { ...towns, functionName: "isActive" },
      { ...towns, functionName: "townKeyOf" },
      { ...towns, functionName: "countryKeyOf" },
      { address: addresses.TownTreasury, abi: townTreasuryViews, functionName: "fundOf", args: [town] },
      { ...hours, functionName: "poolOf" },
      { ...hours, functionName: "pendingOf" },
      { ...hours, functionName: "openWeeksOf" },
      { ...authority, functionName: "ambassadorOf", args: [townRole] },
      { ...authority, functionName: "nextAmbassadorOf", args: [townRole] },
      { ...authority, functionName: "ambassadorOf", args: [countryRole] },
      { ...authority, functionName: "nextAmbassadorOf", args: [countryRole] },
    ],
    { bytes: 400 },
  );
  const [townHolder, townNext, countryHolder, countryNext] = offices;
  return {
    joined,
    isActive,
    fund,
    carry: pool.carry,
    running: pool.running,
    townKey: keyFrom(townKey, townHolder, townNext),
    countryKey: keyFrom(countryKey, countryHolder, countryNext),
    pending: pending.pointer === zeroAddress ? null : pending,
    openWeeks,
  };
}

type Appointed = readonly [wallet: Address, actsFrom: bigint];

/** Who waits for a vacant office is its holder already; who waits for one in office comes after its holder. */
function keyFrom(acting: Address, holder: Appointed, next: Appointed): Key {
  const [wallet, from] = acting === zeroAddress ? holder : next;
  return {
    acting: acting === zeroAddress ? null : acting,
    next: wallet === zeroAddress ? null : { wallet, from: Number(from) },
  };
}
