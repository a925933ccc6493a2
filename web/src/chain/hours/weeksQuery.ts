import { queryOptions } from "@tanstack/react-query";
import { contributionsViews } from "@one-small-town/core/abis/contributionsViews.ts";
import { keyOf } from "../keys.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";
import { readWeek, type Week } from "./readWeek.ts";

/** So many of the newest weeks are shown: half a year. */
const NEWEST = 26;

/** The newest finalised timesheets of a town, in the order of their weeks. A week in which nobody was active has none. */
export function weeksQuery(system: System, town: number) {
  return queryOptions({
    queryKey: keyOf(system, "weeks", town),
    queryFn: () => readWeeks(system, town),
  });
}

async function readWeeks(system: System, town: number): Promise<Week[]> {
  const { Contributions: address } = system.deployment.addresses;
  const pool = { address, abi: contributionsViews, functionName: "poolOf", args: [town] } as const;
  const [{ timesheets }] = await readNow(system, [pool]);
  const first = Math.max(0, timesheets - NEWEST);
  return Promise.all(Array.from({ length: timesheets - first }, (_, i) => readWeek(system, town, first + i)));
}
