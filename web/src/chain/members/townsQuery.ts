import { townRegistryViews } from "@one-small-town/core/abis/townRegistryViews.ts";
import { queryOptions } from "@tanstack/react-query";
import { keyOf } from "../keys.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";
import { readTown } from "./readTown.ts";
import type { Town } from "./Town.ts";

/** Every town of the deployment, in the order of founding. The one that a page is about is read beside their count. */
export function townsQuery(system: System, ahead = 0) {
  return queryOptions({
    queryKey: keyOf(system, "towns"),
    queryFn: () => readTowns(system, ahead),
    staleTime: 60_000,
  });
}

async function readTowns(system: System, ahead: number): Promise<Town[]> {
  const { TownRegistry: address } = system.deployment.addresses;
  if (ahead > 0) readTown(system, ahead).catch(() => undefined); // which need not be there
  const [count] = await readNow(system, [{ address, abi: townRegistryViews, functionName: "townCount" }]);
  return Promise.all(Array.from({ length: count }, (_, i) => readTown(system, i + 1)));
}
