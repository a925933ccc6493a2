import { benefitsViews } from "@one-small-town/core/abis/benefitsViews.ts";
import { contributionsViews } from "@one-small-town/core/abis/contributionsViews.ts";
import { memberRegistryViews } from "@one-small-town/core/abis/memberRegistryViews.ts";
import { fetchingKey, weeksToFetch } from "@one-small-town/core/hours/benefits.ts";
import { isActive } from "@one-small-town/core/hours/timesheet.ts";
import { digitsOf, bytesOf } from "@one-small-town/core/hex.ts";
import { queryOptions } from "@tanstack/react-query";
import { keyOf } from "../keys.ts";
import type { Town } from "../members/Town.ts";
import { readBlock } from "../readBlock.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";
import { readBenefits } from "./benefitsQuery.ts";
import { type Kitchen, keepKitchen } from "./Kitchen.ts";
import { readWeek } from "./readWeek.ts";
import { readTimesheetBytes } from "./timesheetBytesQuery.ts";

/** About how many members a town has. */
const MEMBERS = 2_000;

export function kitchenQuery(system: System, town: Town) {
  return queryOptions({
    queryKey: keyOf(system, "kitchen", town.id),
    queryFn: async () => {
      const kitchen = await readKitchen(system, town);
      keepKitchen(system, kitchen);
      return kitchen;
    },
    retry: false,
  });
}

async function readKitchen(system: System, town: Town): Promise<Kitchen> {
  const [benefits, block] = await Promise.all([readBenefits(system, town.id), readBlock(system.client)]);
  const readAt = Date.now();
  const time = block.timestamp;
  const weeksOf = new Map(benefits.map((benefit) => [benefit, weeksToFetch(benefit, time)]));
  const weeks = [...new Set([...weeksOf.values()].flat())];
  const sheets = Object.fromEntries((await Promise.all(weeks.map((week) => readSheet(system, town.id, week)))).flat());
  const activeIn = (weekIndex: number) => activeNumbers(sheets[weekIndex] ?? "");
  const [wallets, redeemed] = await Promise.all([
    readWallets(system, town.id, [...new Set(weeks.flatMap(activeIn))]),
    readRedeemed(
      system,
      benefits.flatMap((benefit) =>
        (weeksOf.get(benefit) ?? []).flatMap((weekIndex) =>
          activeIn(weekIndex).map((number) => ({ benefit: benefit.id, weekIndex, number })),
        ),
      ),
    ),
  ]);
  return { town, block: { time, readAt }, benefits, sheets, wallets, redeemed };
}

/** A finalised timesheet with its week; nothing where there is none. */
async function readSheet(system: System, town: number, weekIndex: number): Promise<[number, string][]> {
  const hours = { address: system.deployment.addresses.Contributions, abi: contributionsViews } as const;
  const [timesheet] = await readNow(system, [{ ...hours, functionName: "timesheetOf", args: [town, weekIndex] }]);
  if (timesheet === 0) return [];
  const { pointer } = await readWeek(system, town, timesheet - 1);
  return [[weekIndex, digitsOf(await readTimesheetBytes(system, pointer, MEMBERS))]];
}

function activeNumbers(sheet: string): number[] {
  return Array.from(bytesOf(sheet)).flatMap((quarters, i) => (isActive(quarters) ? [i + 1] : []));
}

async function readWallets(system: System, town: number, numbers: readonly number[]): Promise<Kitchen["wallets"]> {
  const registry = { address: system.deployment.addresses.MemberRegistry, abi: memberRegistryViews } as const;
  const members = await readNow(
    system,
    numbers.map((number) => ({
      ...registry,
      functionName: "memberAt" as const,
      args: [town, BigInt(number)] as const,
    })),
  );
  return Object.fromEntries(numbers.map((number, i) => [number, members[i]?.[0]])) as Kitchen["wallets"];
}

type Entry = { benefit: number; weekIndex: number; number: number };

async function readRedeemed(system: System, entries: readonly Entry[]): Promise<Kitchen["redeemed"]> {
  const contract = { address: system.deployment.addresses.Benefits, abi: benefitsViews } as const;
  const units = await readNow(
    system,
    entries.map(({ benefit, weekIndex, number }) => ({
      ...contract,
      functionName: "redeemedOf" as const,
      args: [BigInt(benefit), BigInt(weekIndex), BigInt(number)] as const,
    })),
    { bytes: 32 },
  );
  return Object.fromEntries(entries.flatMap((entry, i) => (units[i] ? [[fetchingKey(entry), units[i]]] : [])));
}
