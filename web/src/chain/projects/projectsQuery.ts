import { projectRegistryViews } from "@one-small-town/core/abis/projectRegistryViews.ts";
import { projectId } from "@one-small-town/core/projects/projects.ts";
import { queryOptions } from "@tanstack/react-query";
import { keyOf } from "../keys.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";
import { type Project, readProject } from "./readProject.ts";

/** All projects and businesses of a town, in the order in which they were proposed. */
export function projectsQuery(system: System, town: number) {
  return queryOptions({ queryKey: keyOf(system, "projects", town), queryFn: () => readProjects(system, town) });
}

async function readProjects(system: System, town: number): Promise<Project[]> {
  const { ProjectRegistry: address } = system.deployment.addresses;
  const count = { address, abi: projectRegistryViews, functionName: "projectCount", args: [town] } as const;
  const [projects] = await readNow(system, [count]);
  return Promise.all(Array.from({ length: projects }, (_, i) => readProject(system, projectId(town, i + 1))));
}
