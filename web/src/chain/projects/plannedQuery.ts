import { projectRegistryEvents } from "@one-small-town/core/abis/projectRegistryEvents.ts";
import { townOfProject } from "@one-small-town/core/projects/projects.ts";
import { queryOptions } from "@tanstack/react-query";
import { getAbiItem } from "viem";
import { keyOf } from "../keys.ts";
import { readPast } from "../past/readPast.ts";
import type { System } from "../System.ts";
import { type Project, readProject } from "./readProject.ts";
import { numberOf } from "./readProjectNumbers.ts";

/** More than a town's ambassador plans in years; only of the newest is it asked how far they are. */
const MOST = 96;

/** The projects of a town for which there ever was a plan, and which were proposed before another; the newest first. */
export function plannedQuery(system: System, town: number, end: number) {
  return queryOptions({
    queryKey: keyOf(system, "planned", town, end),
    queryFn: async (): Promise<Project[]> => {
      const planned = await readPast(system, {
        address: system.deployment.addresses.ProjectRegistry,
        event: getAbiItem({ abi: projectRegistryEvents, name: "ProjectPlanned" }),
      });
      const own = planned.flatMap(({ args }) => (townOfProject(args.project) === town ? args.project : []));
      const earlier = [...new Set(own)].filter((project) => numberOf(project) < end);
      const newest = earlier.sort((one, other) => Number(other - one)).slice(0, MOST);
      return Promise.all(newest.map((project) => readProject(system, project)));
    },
  });
}
