import { townRegistryViews } from "@one-small-town/core/abis/townRegistryViews.ts";
import type { Document } from "@one-small-town/core/documents/Document.ts";
import { queryOptions } from "@tanstack/react-query";
import { type Hex, zeroHash } from "viem";
import { keyOf } from "../keys.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";

/** A town's plan of twelve months; `version` counts from 1. */
export type TownPlan = Document & { version: number };

/** A town's plan, null when there is none; and of each step of its launch the hash of its evidence, null of one that is not done. */
export type Launch = { plan: TownPlan | null; evidence: (Hex | null)[] };

/** What the contract keeps of a town's plan and launch. */
export function launchQuery(system: System, town: number) {
  return queryOptions({ queryKey: keyOf(system, "launch", town), queryFn: () => readLaunch(system, town) });
}

export async function readLaunch(system: System, town: number): Promise<Launch> {
  const registry = { address: system.deployment.addresses.TownRegistry, abi: townRegistryViews } as const;
  const [{ hash, version, uri }, evidence] = await readNow(
    system,
    [
      { ...registry, functionName: "planOf", args: [town] },
      { ...registry, functionName: "launchStepsOf", args: [town] },
    ],
    { bytes: 1_500 },
  );
  return {
    plan: version === 0 ? null : { hash, version, uri },
    evidence: evidence.map((one) => (one === zeroHash ? null : one)),
  };
}
