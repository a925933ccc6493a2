import { projectRegistryViews } from "@one-small-town/core/abis/projectRegistryViews.ts";
import { projectRegistryEvents } from "@one-small-town/core/abis/projectRegistryEvents.ts";
import { shareOfferingViews } from "@one-small-town/core/abis/shareOfferingViews.ts";
import { type ProjectMetadata, readProjectMetadata } from "@one-small-town/core/projects/ProjectMetadata.ts";
import { decode } from "@one-small-town/core/enumerations.ts";
import {
  type ProjectKind,
  projectKinds,
  type ProjectStage,
  projectStages,
} from "@one-small-town/core/rules/enumerations.ts";
import { projectId } from "@one-small-town/core/projects/projects.ts";
import { queryOptions } from "@tanstack/react-query";
import { type Address, getAbiItem, type Hex } from "viem";
import { getBlockNumber } from "viem/actions";
import { keyOf } from "../keys.ts";
import { readLogs } from "../readLogs.ts";
import { readEach } from "../readEach.ts";
import { readOne } from "../readOne.ts";
import type { System } from "../System.ts";

export type Project = {
  id: bigint;
  number: number;
  town: number;
  kind: ProjectKind;
  stage: ProjectStage;
  manager: Address;
  payout: Address;
  /** Hashes of the documents; zero until there is one. */
  plan: Hex;
  pack: Hex;
  /** Null where the words stand elsewhere or are not what was promised. */
  metadata: ProjectMetadata | null;
  metadataUri: string;
  /** The newest offering of a business; 0n when there is none. */
  offering: bigint;
};

/** All projects and businesses of a town, in the order in which they were proposed. */
export function projectsQuery(system: System, town: number) {
  return queryOptions({ queryKey: keyOf(system, "projects", town), queryFn: () => readProjects(system, town) });
}

async function readProjects({ client, deployment }: System, town: number): Promise<Project[]> {
  const registry = { address: deployment.addresses.ProjectRegistry, abi: projectRegistryViews } as const;
  const offerings = { address: deployment.addresses.ShareOffering, abi: shareOfferingViews } as const;
  const [count, toBlock] = await Promise.all([
    readOne(client, { ...registry, functionName: "projectCount", args: [town] }),
    getBlockNumber(client),
  ]);
  const ids = Array.from({ length: count }, (_, i) => ({ number: i + 1, id: projectId(town, i + 1) }));
  const [records, proposals] = await Promise.all([
    readEach(client, ids, ({ id }) => [
      { ...registry, functionName: "projectOf", args: [id] },
      { ...offerings, functionName: "latestOf", args: [id] },
    ]),
    readLogs(client, {
      address: registry.address,
      event: getAbiItem({ abi: projectRegistryEvents, name: "ProjectProposed" }),
      args: { town },
      fromBlock: BigInt(deployment.startBlock),
      toBlock,
    }),
  ]);

  return records.map(([{ id, number }, [record, offering]]) => {
    const proposal = proposals.find(({ args }) => args.project === id);
    if (proposal === undefined) throw new Error(`Project ${id} has no record`);
    const { uri, metadata } = proposal.args;
    return {
      id,
      number,
      town,
      manager: record.manager,
      payout: record.payout,
      plan: record.plan,
      pack: record.pack,
      kind: decode(projectKinds, record.kind),
      stage: decode(projectStages, record.stage),
      metadata: readProjectMetadata(uri, metadata),
      metadataUri: uri,
      offering,
    };
  });
}
