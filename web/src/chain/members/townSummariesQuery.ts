import { contributionsEvents } from "@one-small-town/core/abis/contributionsEvents.ts";
import { projectRegistryEvents } from "@one-small-town/core/abis/projectRegistryEvents.ts";
import { decode } from "@one-small-town/core/enumerations.ts";
import { projectKinds } from "@one-small-town/core/rules/enumerations.ts";
import { isBusiness, townOfProject } from "@one-small-town/core/projects/projects.ts";
import { queryOptions } from "@tanstack/react-query";
import { getAbiItem } from "viem";
import { getBlockNumber } from "viem/actions";
import { keyOf } from "../keys.ts";
import { readLogs } from "../readLogs.ts";
import type { System } from "../System.ts";

export type TownSummary = {
  /** How many were active in the newest counted week; null before the first. */
  active: number | null;
  /** Businesses that operate now. */
  businesses: number;
};

/** In a few words for each town, by its id, from the events of all towns; a town without any has no entry. */
export function townSummariesQuery(system: System) {
  return queryOptions({
    queryKey: keyOf(system, "townSummaries"),
    queryFn: () => readTownSummaries(system),
    staleTime: 30_000,
  });
}

async function readTownSummaries({ client, deployment }: System): Promise<Record<number, TownSummary>> {
  const range = { fromBlock: BigInt(deployment.startBlock), toBlock: await getBlockNumber(client) };
  const registry = { ...range, address: deployment.addresses.ProjectRegistry };
  const [weeks, proposed, operating, closed] = await Promise.all([
    readLogs(client, {
      ...range,
      address: deployment.addresses.Contributions,
      event: getAbiItem({ abi: contributionsEvents, name: "TimesheetFinalised" }),
    }),
    readLogs(client, { ...registry, event: getAbiItem({ abi: projectRegistryEvents, name: "ProjectProposed" }) }),
    readLogs(client, { ...registry, event: getAbiItem({ abi: projectRegistryEvents, name: "ProjectOperating" }) }),
    readLogs(client, { ...registry, event: getAbiItem({ abi: projectRegistryEvents, name: "ProjectClosed" }) }),
  ]);
  const gone = new Set(closed.map(({ args }) => args.project));
  const businesses = new Set(
    proposed.filter(({ args }) => isBusiness(decode(projectKinds, args.kind))).map(({ args }) => args.project),
  );
  const running = operating.map(({ args }) => args.project).filter((id) => businesses.has(id) && !gone.has(id));

  const summaries: Record<number, TownSummary> = {};
  const summaryOf = (town: number) => (summaries[town] ??= { active: null, businesses: 0 });
  weeks
    .toSorted((a, b) => a.args.weekIndex - b.args.weekIndex)
    .forEach(({ args }) => (summaryOf(args.town).active = Number(args.active)));
  running.forEach((id) => (summaryOf(townOfProject(id)).businesses += 1));
  return summaries;
}
