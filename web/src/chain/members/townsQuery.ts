import { townRegistryViews } from "@one-small-town/core/abis/townRegistryViews.ts";
import { queryOptions } from "@tanstack/react-query";
import { keyOf } from "../keys.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";
import { readTown } from "./readTown.ts";
import type { Town } from "./Town.ts";

/** Every town of the deployment, in the order of founding. */
export function townsQuery(system: System) {
  return queryOptions({ queryKey: keyOf(system, "towns"), queryFn: () => readTowns(system), staleTime: 60_000 });
}

async function readTowns(system: System): Promise<Town[]> {
  const { TownRegistry: address } = system.deployment.addresses;
  const [count] = await readNow(system, [{ address, abi: townRegistryViews, functionName: "townCount" }]);
  return Promise.all(Array.from({ length: count }, (_, i) => readTown(system, i + 1)));
}
