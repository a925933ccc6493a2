import { queryOptions } from "@tanstack/react-query";
import { erc20Abi } from "viem";
import { townRegistryAbi } from "@one-small-town/core/abis/townRegistryAbi.ts";
import { plainText } from "@one-small-town/core/text.ts";
import { keyOf } from "../keyOf.ts";
import { readMany } from "../readMany.ts";
import { readOne } from "../readOne.ts";
import type { System } from "../System.ts";
import type { Town } from "./Town.ts";

/** Every town of the deployment, in the order of founding. */
export function townsQuery(system: System) {
  return queryOptions({ queryKey: keyOf(system, "towns"), queryFn: () => readTowns(system), staleTime: 60_000 });
}

async function readTowns({ client, deployment }: System): Promise<Town[]> {
  const registry = { address: deployment.addresses.TownRegistry, abi: townRegistryAbi } as const;
  const count = await readOne(client, { ...registry, functionName: "townCount" });
  const ids = Array.from({ length: count }, (_, i) => i + 1);
  const [names, records] = await Promise.all([
    readMany(
      client,
      ids.map((id) => ({ ...registry, functionName: "nameOf" as const, args: [id] as const })),
    ),
    readMany(
      client,
      ids.map((id) => ({ ...registry, functionName: "townOf" as const, args: [id] as const })),
    ),
  ]);
  const currencies = await readMany(
    client,
    records.flatMap(({ currency }) => [
      { address: currency, abi: erc20Abi, functionName: "symbol" } as const,
      { address: currency, abi: erc20Abi, functionName: "decimals" } as const,
    ]),
  );

  return ids.map((id, i) => {
    const record = records[i];
    if (record === undefined) throw new Error(`Town ${id} has no record`);
    return {
      id,
      name: plainText(String(names[i])),
      country: record.country,
      currency: {
        address: record.currency,
        symbol: String(currencies[2 * i]),
        decimals: Number(currencies[2 * i + 1]),
      },
    };
  });
}
