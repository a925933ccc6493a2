import { projectRegistryViews } from "@one-small-town/core/abis/projectRegistryViews.ts";
import { projectId } from "@one-small-town/core/projects/projects.ts";
import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { keyOf } from "../keys.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";
import { pageBefore } from "./pageBefore.ts";
import { type Project, readProject } from "./readProject.ts";
import { readSoldBefore } from "./readSoldBefore.ts";

export type TownProjects = {
  /** How many projects the town has in all. */
  count: number;
  /** All from this number on are here; of those before it only those that had shares on sale. */
  from: number;
  /** In the order in which they were proposed. */
  projects: readonly Project[];
};

/** The newest projects and businesses of a town, and all that had shares on sale. */
export function projectsQuery(system: System, town: number) {
  return queryOptions({
    queryKey: keyOf(system, "projects", town),
    queryFn: ({ client }) => readProjects(system, client, town),
  });
}

async function readProjects(system: System, client: QueryClient, town: number): Promise<TownProjects> {
  const { ProjectRegistry: address } = system.deployment.addresses;
  const view = { address, abi: projectRegistryViews, functionName: "projectCount", args: [town] } as const;
  const [count] = await readNow(system, [view]);
  const newest = pageBefore(count + 1);
  const from = newest[0] ?? 1;
  const read = (numbers: readonly number[]) =>
    Promise.all(numbers.map((number) => readProject(system, projectId(town, number))));
  const parts = await Promise.all([readSoldBefore(system, client, { town, end: from }).then(read), read(newest)]);
  return { count, from, projects: parts.flat() };
}
