import { getAbiItem, type Hex, zeroHash } from "viem";
import { projectRegistryEvents } from "@one-small-town/core/abis/projectRegistryEvents.ts";
import { readPast, requireTold } from "../past/readPast.ts";
import type { System } from "../System.ts";
import type { ProjectDocuments, Promised } from "./projectDocumentsQuery.ts";

/** Documents that a sale was agreed on, where they were replaced since. */
export async function findPromised(system: System, project: bigint, promised: Promised): Promise<ProjectDocuments> {
  const wanted = { address: system.deployment.addresses.ProjectRegistry, args: { project } };
  const [planned, funding] = await Promise.all([
    readPast(system, { ...wanted, event: getAbiItem({ abi: projectRegistryEvents, name: "ProjectPlanned" }) }),
    readPast(system, { ...wanted, event: getAbiItem({ abi: projectRegistryEvents, name: "ProjectFunding" }) }),
  ]);
  const plans = planned.map(({ args }) => ({ hash: args.plan, uri: args.uri }));
  const packs = funding.map(({ args }) => ({ hash: args.pack, uri: args.uri }));
  const [plan, pack] = [
    plans.find(({ hash }) => hash === promised.plan),
    packs.find(({ hash }) => hash === promised.pack),
  ];
  // What a sale was agreed on had been written down, unless it was nothing.
  const isFound = (document: object | undefined, hash: Hex) => document !== undefined || hash === zeroHash;
  requireTold(system, isFound(plan, promised.plan) && isFound(pack, promised.pack), "documents of a project");
  return { plan, pack };
}
