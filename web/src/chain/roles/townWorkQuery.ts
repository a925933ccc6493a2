import { contributionsViews } from "@one-small-town/core/abis/contributionsViews.ts";
import { memberRegistryViews } from "@one-small-town/core/abis/memberRegistryViews.ts";
import { successionViews } from "@one-small-town/core/abis/successionViews.ts";
import { townRegistryViews } from "@one-small-town/core/abis/townRegistryViews.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { queryOptions } from "@tanstack/react-query";
import { type Address, zeroAddress } from "viem";
import { keyOf } from "../keys.ts";
import { readWaiting, type Waiting } from "../members/waitingQuery.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";

/** A proposal to move a lost wallet, or to close a record; moments in seconds, `from` 0 while it has not begun. */
export type MoveStanding = { from: number; until: number; byTown: boolean; byCountry: boolean };

/** What waits in a town for somebody with an office. */
export type TownWork = Waiting & {
  /** Whether both keys act. */
  isActive: boolean;
  /** New people added this week. */
  addedThisWeek: number;
  /** Suspensions that a registrar asked for. */
  suspensions: number;
  /** Those whom a suspension or a move to another wallet is asked for. */
  concerned: readonly Address[];
  moves: readonly MoveStanding[];
  /** Weeks whose hours can be sent in now, the one under review among them. */
  openWeeks: readonly number[];
  /** When (seconds) the review of the pending timesheet ends; null when there is none. */
  reviewEnds: number | null;
};

export function townWorkQuery(system: System, town: number) {
  return queryOptions({
    queryKey: keyOf(system, "townWork", town),
    queryFn: () => readTownWork(system, town),
  });
}

/** Of more proposals at once, which no town of people has, the first are read. */
const MOST_MOVES = 50;

async function readTownWork(system: System, town: number): Promise<TownWork> {
  const { addresses } = system.deployment;
  const registry = { address: addresses.MemberRegistry, abi: memberRegistryViews, args: [town] } as const;
  const hours = { address: addresses.Contributions, abi: contributionsViews, args: [town] } as const;
  const succession = { address: addresses.Succession, abi: successionViews } as const;
  const [waiting, [isActive, addedThisWeek, suspended, proposed, openWeeks, pending]] = await Promise.all([
    readWaiting(system, town),
    readNow(
      system,
      [
        { address: addresses.TownRegistry, abi: townRegistryViews, functionName: "isActive", args: [town] },
        { ...registry, functionName: "attestedThisWeek" },
        { ...registry, functionName: "suspensionsProposedIn" },
        { ...succession, functionName: "proposedBy", args: [roleIds.registrar(town)] },
        { ...hours, functionName: "openWeeksOf" },
        { ...hours, functionName: "pendingOf" },
      ],
      { bytes: 600 },
    ),
  ]);
  const standings = await readNow(
    system,
    proposed
      .slice(0, MOST_MOVES)
      .map((wallet) => ({ ...succession, functionName: "successionOf" as const, args: [wallet] as const })),
    { bytes: 640 },
  );
  const open = standings.filter(({ isOpen }) => isOpen);
  const concerned = new Set([...suspended, ...open.map(({ proposal }) => proposal.wallet)]);
  return {
    ...waiting,
    isActive,
    addedThisWeek,
    suspensions: suspended.length,
    concerned: [...concerned],
    moves: open.map(({ from, until, byTown, byCountry }) => {
      return { from: Number(from), until: Number(until), byTown, byCountry };
    }),
    openWeeks,
    reviewEnds: pending.pointer === zeroAddress ? null : pending.reviewEnds,
  };
}
