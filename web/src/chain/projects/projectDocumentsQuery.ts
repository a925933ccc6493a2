import { queryOptions } from "@tanstack/react-query";
import { type Hex, zeroHash } from "viem";
import { projectRegistryViews } from "@one-small-town/core/abis/projectRegistryViews.ts";
import type { Document } from "@one-small-town/core/documents/Document.ts";
import { keyOf } from "../keys.ts";
import { readNow } from "../readNow.ts";
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
  const { ProjectRegistry: address } = system.deployment.addresses;
  const documents = { address, abi: projectRegistryViews, functionName: "documentsOf", args: [project] } as const;
  const [[, plan, pack]] = await readNow(system, [documents], { bytes: 1_500 });
  if (promised !== undefined && (plan.hash !== promised.plan || pack.hash !== promised.pack)) {
    const { findPromised } = await import("./findPromised.ts");
    return findPromised(system, project, promised);
  }
  return { plan: unlessNone(plan), pack: unlessNone(pack) };
}

function unlessNone({ hash, uri }: Document): Document | undefined {
  return hash === zeroHash ? undefined : { hash, uri };
}
