import { townRegistryViews } from "@one-small-town/core/abis/townRegistryViews.ts";
import { readNow } from "../chain/readNow.ts";
import type { Actor } from "./Transaction.ts";

/** Whether a wallet acts as a town's ambassador now. */
export async function isTownAmbassador({ system, address }: Actor, town: number): Promise<boolean> {
  const registry = { address: system.deployment.addresses.TownRegistry, abi: townRegistryViews } as const;
  return (await readNow(system, [{ ...registry, functionName: "isTownAmbassador", args: [town, address] }]))[0];
}
