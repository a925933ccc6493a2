import { projectId } from "@one-small-town/core/projects/projects.ts";
import { queryOptions } from "@tanstack/react-query";
import { keyOf } from "../keys.ts";
import type { System } from "../System.ts";
import { type Project, readProject } from "./readProject.ts";
import { type ProjectNumbers, readProjectNumbers } from "./readProjectNumbers.ts";

export type TownProjects = Omit<ProjectNumbers, "numbers"> & { projects: readonly Project[] };

/** The newest projects and businesses of a town, and all that had shares on sale, in the order in which they were proposed. */
export function projectsQuery(system: System, town: number) {
  return queryOptions({
    queryKey: keyOf(system, "projects", town),
    queryFn: async ({ client }): Promise<TownProjects> => {
      const { count, from, numbers } = await readProjectNumbers(system, client, town);
      const projects = await Promise.all(numbers.map((number) => readProject(system, projectId(town, number))));
      return { count, from, projects };
    },
  });
}
