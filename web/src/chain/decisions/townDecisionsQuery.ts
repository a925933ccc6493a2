import { contributionsViews } from "@one-small-town/core/abis/contributionsViews.ts";
import { finalDivisionViews } from "@one-small-town/core/abis/finalDivisionViews.ts";
import { townTreasuryViews } from "@one-small-town/core/abis/townTreasuryViews.ts";
import { isActive } from "@one-small-town/core/hours/timesheet.ts";
import { queryOptions } from "@tanstack/react-query";
import { keyOf } from "../keys.ts";
import type { Town } from "../members/Town.ts";
import { type OpenSpending, readSpendings } from "../profit/spendingsQuery.ts";
import { pageBefore } from "../projects/pageBefore.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";

/** A payment out of a fund, and how a member stands with it. */
export type SpendingDecision = OpenSpending & {
  /** Their quarters in the timesheet that decides who may object, and its week; null while that is not fixed. */
  deciding: { quarters: number; weekIndex: number } | null;
  hasObjected: boolean;
};

/** A member's part of what a town without keys left, in units of its currency. */
type DivisionPart = { id: bigint; amount: bigint };

/** What a member number decides with others in its town, and what is theirs of what was divided. */
export type TownDecisions = {
  spendings: readonly SpendingDecision[];
  divisions: readonly DivisionPart[];
  /** Parts that the currency once refused. */
  keptParts: bigint;
};

export function townDecisionsQuery(system: System, town: Town, number: number) {
  return queryOptions({
    queryKey: keyOf(system, "townDecisions", town.id, number),
    queryFn: () => readTownDecisions(system, town, number),
  });
}

async function readTownDecisions(system: System, town: Town, number: number): Promise<TownDecisions> {
  const division = { address: system.deployment.addresses.FinalDivision, abi: finalDivisionViews } as const;
  const [spendings, [count, keptParts]] = await Promise.all([
    readSpendingDecisions(system, town, number),
    readNow(system, [
      { ...division, functionName: "divisionCount" },
      { ...division, functionName: "keptOf", args: [town.id, BigInt(number)] },
    ]),
  ]);
  return { spendings, divisions: await readDivisions(system, { town, number, count: Number(count) }), keptParts };
}

export async function readSpendingDecisions(system: System, town: Town, number: number): Promise<SpendingDecision[]> {
  const { Contributions, TownTreasury } = system.deployment.addresses;
  const hours = { address: Contributions, abi: contributionsViews } as const;
  const treasury = { address: TownTreasury, abi: townTreasuryViews } as const;
  const spendings = await readSpendings(system, town);
  return Promise.all(
    spendings.map(async (spending) => {
      const { id, vote } = spending;
      const objected = { ...treasury, functionName: "hasObjected", args: [id, town.id, number] } as const;
      if (vote === null) {
        const [hasObjected] = await readNow(system, [objected]);
        return { ...spending, hasObjected, deciding: null };
      }
      const sheet = BigInt(vote.timesheet - 1);
      const [hasObjected, quarters, [weekIndex]] = await readNow(system, [
        objected,
        { ...hours, functionName: "quartersAt", args: [town.id, sheet, BigInt(number)] },
        { ...hours, functionName: "turnoutAt", args: [town.id, sheet] },
      ]);
      return { ...spending, hasObjected, deciding: { quarters: Number(quarters), weekIndex } };
    }),
  );
}

/** A town is divided once in a year at most: the newest of all towns are looked through. */
const NEWEST = 60;

async function readDivisions(
  system: System,
  { town, number, count }: { town: Town; number: number; count: number },
): Promise<DivisionPart[]> {
  const { Contributions, FinalDivision } = system.deployment.addresses;
  const division = { address: FinalDivision, abi: finalDivisionViews } as const;
  const hours = { address: Contributions, abi: contributionsViews, functionName: "quartersAt" } as const;
  const parts = pageBefore(count + 1, NEWEST).map(async (each): Promise<DivisionPart[]> => {
    const id = BigInt(each);
    const [divided, isPaid] = await readNow(system, [
      { ...division, functionName: "divisionOf", args: [id] },
      { ...division, functionName: "isPaid", args: [id, number] },
    ]);
    if (divided.town !== town.id || isPaid) return [];
    const [quarters] = await readNow(system, [
      { ...hours, args: [town.id, BigInt(divided.timesheet), BigInt(number)] },
    ]);
    return isActive(Number(quarters)) ? [{ id, amount: divided.cashPerActive }] : [];
  });
  return (await Promise.all(parts)).flat();
}
