import { queryOptions } from "@tanstack/react-query";
import { getAbiItem, type Hex, zeroHash } from "viem";
import { getBlockNumber } from "viem/actions";
import { projectRegistryViews } from "@one-small-town/core/abis/projectRegistryViews.ts";
import { projectRegistryEvents } from "@one-small-town/core/abis/projectRegistryEvents.ts";
import type { Document } from "@one-small-town/core/documents/Document.ts";
import { keyOf } from "../keys.ts";
import { readLogs } from "../readLogs.ts";
import { readMany } from "../readMany.ts";
import type { System } from "../System.ts";

/** The business plan and the investor pack of a project; undefined where there is none. */
export type ProjectDocuments = { plan: Document | undefined; pack: Document | undefined };

/** Which documents a sale was agreed on. */
export type Promised = { plan: Hex; pack: Hex };

/** The documents a project has now, or those that a sale was agreed on. */
export function projectDocumentsQuery(system: System, project: bigint, promised?: Promised) {
  return queryOptions({
    queryKey: keyOf(system, "projectDocuments", project, promised?.plan ?? "", promised?.pack ?? ""),
    queryFn: () => readProjectDocuments(system, project, promised),
  });
}

/** The contract states those of now; only where they were replaced since the sale does the past have to be searched. */
async function readProjectDocuments(system: System, project: bigint, promised?: Promised): Promise<ProjectDocuments> {
  const { client, deployment } = system;
  const block = await getBlockNumber(client);
  const address = deployment.addresses.ProjectRegistry;
  const [[, plan, pack]] = await readMany(
    client,
    [{ address, abi: projectRegistryViews, functionName: "documentsOf", args: [project] }] as const,
    block,
  );
  if (promised !== undefined && (plan.hash !== promised.plan || pack.hash !== promised.pack)) {
    return findPromised(system, project, promised, block);
  }
  return { plan: unlessNone(plan), pack: unlessNone(pack) };
}

async function findPromised(
  { client, deployment }: System,
  project: bigint,
  promised: Promised,
  toBlock: bigint,
): Promise<ProjectDocuments> {
  const fromBlock = BigInt(deployment.startBlock);
  const wanted = { address: deployment.addresses.ProjectRegistry, args: { project }, fromBlock, toBlock };
  const [planned, funding] = await Promise.all([
    readLogs(client, { ...wanted, event: getAbiItem({ abi: projectRegistryEvents, name: "ProjectPlanned" }) }),
    readLogs(client, { ...wanted, event: getAbiItem({ abi: projectRegistryEvents, name: "ProjectFunding" }) }),
  ]);
  const plans = planned.map(({ args }) => ({ hash: args.plan, uri: args.uri }));
  const packs = funding.map(({ args }) => ({ hash: args.pack, uri: args.uri }));
  return {
    plan: plans.find(({ hash }) => hash === promised.plan),
    pack: packs.find(({ hash }) => hash === promised.pack),
  };
}

function unlessNone({ hash, uri }: Document): Document | undefined {
  return hash === zeroHash ? undefined : { hash, uri };
}
