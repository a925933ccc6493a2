import { contributionsViews } from "@one-small-town/core/abis/contributionsViews.ts";
import { projectRegistryViews } from "@one-small-town/core/abis/projectRegistryViews.ts";
import { decode } from "@one-small-town/core/enumerations.ts";
import { projectKinds, projectStages } from "@one-small-town/core/rules/enumerations.ts";
import { isBusiness, projectId } from "@one-small-town/core/projects/projects.ts";
import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { keyOf } from "../keys.ts";
import { pageBefore } from "../projects/pageBefore.ts";
import { readSoldBefore } from "../projects/readSoldBefore.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";

export type TownSummary = {
  /** How many were active in the newest counted week; null before the first. */
  active: number | null;
  /** Businesses that operate now, among the newest projects and those that had shares on sale. */
  businesses: number;
  /** Whether these are all projects. */
  isWhole: boolean;
};

/** A town in a few words. */
export function townSummaryQuery(system: System, town: number) {
  return queryOptions({
    queryKey: keyOf(system, "townSummary", town),
    queryFn: ({ client }) => readTownSummary(system, client, town),
  });
}

/** As many projects are looked at as one request says of. */
const NEWEST = 60;

async function readTownSummary(system: System, client: QueryClient, town: number): Promise<TownSummary> {
  const { Contributions, ProjectRegistry } = system.deployment.addresses;
  const hours = { address: Contributions, abi: contributionsViews } as const;
  const registry = { address: ProjectRegistry, abi: projectRegistryViews } as const;
  const [{ timesheets }, count] = await readNow(system, [
    { ...hours, functionName: "poolOf", args: [town] },
    { ...registry, functionName: "projectCount", args: [town] },
  ]);
  const newest = pageBefore(count + 1, NEWEST);
  const from = newest[0] ?? 1;
  const read = (numbers: readonly number[]) => {
    const ids = numbers.map((number) => projectId(town, number));
    return readNow(
      system,
      ids.map((id) => ({ ...registry, functionName: "projectOf" as const, args: [id] as const })),
    );
  };
  const last = { ...hours, functionName: "turnoutAt", args: [town, BigInt(timesheets) - 1n] } as const;
  const [turnout, ...projects] = await Promise.all([
    timesheets === 0 ? null : readNow(system, [last]),
    readSoldBefore(system, client, { town, end: from }).then(read),
    read(newest),
  ]);
  const operating = projects
    .flat()
    .filter(
      ({ kind, stage }) => isBusiness(decode(projectKinds, kind)) && decode(projectStages, stage) === "operating",
    );
  return { active: turnout?.[0][1] ?? null, businesses: operating.length, isWhole: from === 1 };
}
