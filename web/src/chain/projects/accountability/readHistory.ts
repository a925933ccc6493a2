import { getAbiItem, type Hex } from "viem";
import { projectRegistryEvents } from "@one-small-town/core/abis/projectRegistryEvents.ts";
import type { Document } from "@one-small-town/core/documents/Document.ts";
import { readBlockTimes } from "../../readBlockTimes.ts";
import { readLogs } from "../../readLogs.ts";
import type { System } from "../../System.ts";

/** A project's course up to a block: its documents in force, when it began and ended (seconds), who ran it and is paid. */
export async function readHistory(
  { client, deployment }: System,
  { business, block }: { business: bigint; block: bigint },
  { plan, pack }: { plan: Hex; pack: Hex },
) {
  const wanted = {
    address: deployment.addresses.ProjectRegistry,
    args: { project: business },
    fromBlock: BigInt(deployment.startBlock),
    toBlock: block,
  };
  const [planned, funding, operating, closed, managed] = await Promise.all([
    readLogs(client, { ...wanted, event: getAbiItem({ abi: projectRegistryEvents, name: "ProjectPlanned" }) }),
    readLogs(client, { ...wanted, event: getAbiItem({ abi: projectRegistryEvents, name: "ProjectFunding" }) }),
    readLogs(client, { ...wanted, event: getAbiItem({ abi: projectRegistryEvents, name: "ProjectOperating" }) }),
    readLogs(client, { ...wanted, event: getAbiItem({ abi: projectRegistryEvents, name: "ProjectClosed" }) }),
    readLogs(client, { ...wanted, event: getAbiItem({ abi: projectRegistryEvents, name: "ManagementChanged" }) }),
  ]);
  const timeOf = await readBlockTimes(client, [...operating, ...closed, ...managed]);
  const latest = (logs: readonly { blockNumber: bigint }[]) => {
    const log = logs.at(-1);
    return log === undefined ? null : timeOf(log);
  };
  return {
    plan: findDocument(
      planned.map(({ args }) => ({ hash: args.plan, uri: args.uri })),
      plan,
    ),
    pack: findDocument(
      funding.map(({ args }) => ({ hash: args.pack, uri: args.uri })),
      pack,
    ),
    operatingSince: latest(operating),
    closedSince: latest(closed),
    managedSince: latest(managed),
    management: managed.map(({ args, blockNumber, logIndex }) => ({ ...args, blockNumber, logIndex })),
  };
}

function findDocument(documents: readonly Document[], hash: Hex): Document | null {
  return documents.findLast((document) => document.hash === hash) ?? null;
}
