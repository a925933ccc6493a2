import { projectRegistryViews } from "@one-small-town/core/abis/projectRegistryViews.ts";
import { shareOfferingViews } from "@one-small-town/core/abis/shareOfferingViews.ts";
import type { Document } from "@one-small-town/core/documents/Document.ts";
import { decode } from "@one-small-town/core/enumerations.ts";
import { townOfProject } from "@one-small-town/core/projects/projects.ts";
import { type ProjectMetadata, readProjectMetadata } from "@one-small-town/core/projects/ProjectMetadata.ts";
import {
  type ProjectKind,
  projectKinds,
  type ProjectStage,
  projectStages,
} from "@one-small-town/core/rules/enumerations.ts";
import type { Address, Hex } from "viem";
import { keptOr } from "../kept.ts";
import { readNow } from "../readNow.ts";
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

/** About how long the addresses of three documents are, where the words of one travel in it. */
const TEXTS = 1_500;

/** A project as it is now; of the stage "none" where there is none. */
export async function readProject(system: System, id: bigint): Promise<Project> {
  const { ProjectRegistry, ShareOffering } = system.deployment.addresses;
  const [words, [record, offering]] = await Promise.all([
    readWords(system, id),
    readNow(system, [
      { address: ProjectRegistry, abi: projectRegistryViews, functionName: "projectOf", args: [id] },
      { address: ShareOffering, abi: shareOfferingViews, functionName: "latestOf", args: [id] },
    ]),
  ]);
  return {
    id,
    number: Number(id & 0xffff_ffffn),
    town: townOfProject(id),
    manager: record.manager,
    payout: record.payout,
    plan: record.plan,
    pack: record.pack,
    kind: decode(projectKinds, record.kind),
    stage: decode(projectStages, record.stage),
    metadata: readProjectMetadata(words.uri, words.hash),
    metadataUri: words.uri,
    offering,
  };
}

/** What a project said of itself when it was proposed cannot be corrected. */
function readWords(system: System, project: bigint): Promise<Document> {
  const read = async () => {
    const { ProjectRegistry: address } = system.deployment.addresses;
    const documents = { address, abi: projectRegistryViews, functionName: "documentsOf", args: [project] } as const;
    const [[{ hash, uri }]] = await readNow(system, [documents], { bytes: TEXTS });
    return { hash, uri };
  };
  return keptOr(system, `words ${project}`, read, ({ uri }) => uri !== "");
}
