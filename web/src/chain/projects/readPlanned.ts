import { projectRegistryEvents } from "@one-small-town/core/abis/projectRegistryEvents.ts";
import { townOfProject } from "@one-small-town/core/projects/projects.ts";
import { getAbiItem } from "viem";
import { readPast } from "../past/readPast.ts";
import type { System } from "../System.ts";

/** The projects of a town for which there ever was a plan. */
export async function readPlanned(system: System, town: number): Promise<bigint[]> {
  const planned = await readPast(system, {
    address: system.deployment.addresses.ProjectRegistry,
    event: getAbiItem({ abi: projectRegistryEvents, name: "ProjectPlanned" }),
  });
  return [...new Set(planned.map(({ args }) => args.project))].filter((project) => townOfProject(project) === town);
}
