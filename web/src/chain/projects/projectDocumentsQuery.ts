import { queryOptions } from "@tanstack/react-query";
import { getAbiItem } from "viem";
import { getBlockNumber } from "viem/actions";
import { projectRegistryEvents } from "@one-small-town/core/abis/projectRegistryEvents.ts";
import type { Document } from "@one-small-town/core/documents/Document.ts";
import { keyOf } from "../keys.ts";
import { readLogs } from "../readLogs.ts";
import type { System } from "../System.ts";

/** Every business plan and investor pack a project has had, the oldest first. */
export type ProjectDocuments = { plans: readonly Document[]; packs: readonly Document[] };

export function projectDocumentsQuery(system: System, project: bigint) {
  return queryOptions({
    queryKey: keyOf(system, "projectDocuments", project),
    queryFn: () => readProjectDocuments(system, project),
  });
}

async function readProjectDocuments({ client, deployment }: System, project: bigint): Promise<ProjectDocuments> {
  const wanted = {
    address: deployment.addresses.ProjectRegistry,
    args: { project },
    fromBlock: BigInt(deployment.startBlock),
    toBlock: await getBlockNumber(client),
  };
  const [planned, funding] = await Promise.all([
    readLogs(client, { ...wanted, event: getAbiItem({ abi: projectRegistryEvents, name: "ProjectPlanned" }) }),
    readLogs(client, { ...wanted, event: getAbiItem({ abi: projectRegistryEvents, name: "ProjectFunding" }) }),
  ]);
  return {
    plans: planned.map(({ args }) => ({ hash: args.plan, uri: args.uri })),
    packs: funding.map(({ args }) => ({ hash: args.pack, uri: args.uri })),
  };
}
