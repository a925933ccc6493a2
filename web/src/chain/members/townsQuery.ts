import { townRegistryViews } from "@one-small-town/core/abis/townRegistryViews.ts";
import { plainText } from "@one-small-town/core/text.ts";
import { queryOptions } from "@tanstack/react-query";
import { erc20Abi } from "viem";
import { keyOf } from "../keys.ts";
import { readEach } from "../readEach.ts";
import { readOne } from "../readOne.ts";
import type { System } from "../System.ts";
import type { Town } from "./Town.ts";

/** Every town of the deployment, in the order of founding. */
export function townsQuery(system: System) {
  return queryOptions({ queryKey: keyOf(system, "towns"), queryFn: () => readTowns(system), staleTime: 60_000 });
}

async function readTowns({ client, deployment }: System): Promise<Town[]> {
  const registry = { address: deployment.addresses.TownRegistry, abi: townRegistryViews } as const;
  const count = await readOne(client, { ...registry, functionName: "townCount" });
  const ids = Array.from({ length: count }, (_, i) => i + 1);
  const records = await readEach(client, ids, (id) => [
    { ...registry, functionName: "nameOf", args: [id] },
    { ...registry, functionName: "townOf", args: [id] },
  ]);
  const towns = records.map(([id, [name, { country, currency }]]) => ({ id, name, country, currency }));
  const units = await readEach(client, towns, ({ currency: address }) => [
    { address, abi: erc20Abi, functionName: "symbol" },
    { address, abi: erc20Abi, functionName: "decimals" },
  ]);
  return units.map(([{ id, name, country, currency: address }, [symbol, decimals]]) => ({
    id,
    name: plainText(name),
    country,
    currency: { address, symbol, decimals },
  }));
}
