import { queryOptions } from "@tanstack/react-query";
import { keyOf } from "../keys.ts";
import type { System } from "../System.ts";
import { type Project, readProject } from "./readProject.ts";

/** A project or business; null where there is none with this id. */
export function projectQuery(system: System, id: bigint) {
  return queryOptions({
    queryKey: keyOf(system, "project", id),
    queryFn: async (): Promise<Project | null> => {
      if (id < 0n || id >= 2n ** 64n) return null;
      const project = await readProject(system, id);
      return project.stage === "none" ? null : project;
    },
  });
}
