import { queryOptions } from "@tanstack/react-query";
import { contributionsViews } from "@one-small-town/core/abis/contributionsViews.ts";
import { type Earnings, earningsOf } from "@one-small-town/core/hours/earnings.ts";
import { keptOr } from "../kept.ts";
import { keyOf } from "../keys.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";
import type { Membership } from "./memberHoursQuery.ts";
import { readWeek } from "./readWeek.ts";

type Part = {
  /** The first timesheet, and the one before which to end. */
  from: number;
  upTo: number;
};

/** What a member's weeks earned, in the order of the calendar. Of finalised timesheets nothing changes any more. */
export function memberWeeksQuery(system: System, { town, number }: Membership, { from, upTo }: Part) {
  return queryOptions({
    queryKey: keyOf(system, "memberWeeks", town, number, from, upTo),
    queryFn: () => {
      const indices = Array.from({ length: upTo - from }, (_, i) => from + i);
      return Promise.all(indices.map((index) => readEarnings(system, { town, number }, index)));
    },
    staleTime: Infinity,
  });
}

async function readEarnings(
  system: System,
  { town, number }: Omit<Membership, "wallet">,
  index: number,
): Promise<Earnings> {
  const { Contributions: address } = system.deployment.addresses;
  const [week, quarters] = await Promise.all([
    readWeek(system, town, index),
    keptOr(system, `quarters ${town} ${index} ${number}`, async () => {
      const args = [town, BigInt(index), BigInt(number)] as const;
      const [all] = await readNow(system, [{ address, abi: contributionsViews, functionName: "quartersAt", args }]);
      return Number(all);
    }),
  ]);
  return earningsOf(week, quarters);
}
