import { getAbiItem } from "viem";
import { projectRegistryEvents } from "@one-small-town/core/abis/projectRegistryEvents.ts";
import { readPast } from "../past/readPast.ts";
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
  return {
    plan: plans.find(({ hash }) => hash === promised.plan),
    pack: packs.find(({ hash }) => hash === promised.pack),
  };
}
