import { projectId } from "@one-small-town/core/projects/projects.ts";
import { queryOptions } from "@tanstack/react-query";
import { keyOf } from "../keys.ts";
import type { System } from "../System.ts";
import { numberOf, pageBefore } from "./pageBefore.ts";
import type { Project } from "./readProject.ts";

/** Reads a project: that the page does already, and has loaded what it takes. */
export type ReadProject = (id: bigint) => Promise<Project>;

type Before = { town: number; end: number };

/** A page of projects of a town that were proposed before another, the newest of them first. */
export function earlierProjectsQuery(system: System, { town, end }: Before, read: ReadProject) {
  return queryOptions({
    queryKey: keyOf(system, "earlierProjects", town, end),
    queryFn: () => {
      const numbers = pageBefore(end).toReversed();
      return Promise.all(numbers.map((number) => read(projectId(town, number))));
    },
  });
}

/** More than a town's ambassador plans in years; only of the newest is it asked how far they are. */
const MOST_PLANNED = 96;

/** The projects of a town for which there ever was a plan, and which were proposed before another; the newest first. */
export function plannedQuery(system: System, { town, end }: Before, read: ReadProject) {
  return queryOptions({
    queryKey: keyOf(system, "planned", town, end),
    queryFn: async (): Promise<Project[]> => {
      const { readPlanned } = await import("./readPlanned.ts");
      const earlier = (await readPlanned(system, town)).filter((project) => numberOf(project) < end);
      const newest = earlier.sort((one, other) => Number(other - one)).slice(0, MOST_PLANNED);
      return Promise.all(newest.map(read));
    },
  });
}
