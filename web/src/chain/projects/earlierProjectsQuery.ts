import { projectId } from "@one-small-town/core/projects/projects.ts";
import { queryOptions } from "@tanstack/react-query";
import { keyOf } from "../keys.ts";
import type { System } from "../System.ts";
import { readProject } from "./readProject.ts";
import { pageBefore } from "./readProjectNumbers.ts";

/** A page of projects of a town that were proposed before another, the newest of them first. */
export function earlierProjectsQuery(system: System, town: number, end: number) {
  return queryOptions({
    queryKey: keyOf(system, "earlierProjects", town, end),
    queryFn: () => {
      const numbers = pageBefore(end).toReversed();
      return Promise.all(numbers.map((number) => readProject(system, projectId(town, number))));
    },
  });
}
