import { queryOptions } from "@tanstack/react-query";
import { getAbiItem } from "viem";
import { getBlockNumber } from "viem/actions";
import { projectRegistryAbi } from "../../lib/abis/projectRegistryAbi.ts";
import type { Document } from "../../lib/steps/Document.ts";
import { keyOf } from "../keyOf.ts";
import { readLogs } from "../readLogs.ts";
import type { System } from "../System.ts";

/** Null for a document that the project does not have yet. */
export type ProjectDocuments = { plan: Document | null; pack: Document | null };

export function projectDocumentsQuery(system: System, project: bigint) {
  return queryOptions({
    queryKey: keyOf(system, "projectDocuments", project),
    queryFn: () => readProjectDocuments(system, project),
  });
}

async function readProjectDocuments({ client, deployment }: System, project: bigint): Promise<ProjectDocuments> {
  const wanted = {
    ...{ address: deployment.addresses.ProjectRegistry, args: { project } },
    ...{ fromBlock: BigInt(deployment.startBlock), toBlock: await getBlockNumber(client) },
  };
  const [planned, funding] = await Promise.all([
    readLogs(client, { ...wanted, event: getAbiItem({ abi: projectRegistryAbi, name: "ProjectPlanned" }) }),
    readLogs(client, { ...wanted, event: getAbiItem({ abi: projectRegistryAbi, name: "ProjectFunding" }) }),
  ]);
  const [plan, pack] = [planned.at(-1)?.args, funding.at(-1)?.args];
  return {
    plan: plan === undefined ? null : { hash: plan.plan, uri: plan.uri },
    pack: pack === undefined ? null : { hash: pack.pack, uri: pack.uri },
  };
}
