import { townRegistryViews } from "@one-small-town/core/abis/townRegistryViews.ts";
import { plainText } from "@one-small-town/core/plainText.ts";
import type { Address } from "viem";
import { keptOr } from "../kept.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";
import { readCurrency } from "./readCurrency.ts";
import type { Town } from "./Town.ts";

/** A town, and how its currency calls itself. */
export async function readTown(system: System, id: number): Promise<Town> {
  const { name, country, currency } = await readFounded(system, id);
  return { id, name, country, currency: await readCurrency(system, currency) };
}

/** Name, country and currency of a town are fixed at its founding. */
export function readFounded(system: System, id: number): Promise<{ name: string; country: number; currency: Address }> {
  const registry = { address: system.deployment.addresses.TownRegistry, abi: townRegistryViews } as const;
  return keptOr(system, `town ${id}`, async () => {
    const [name, { country, currency }] = await readNow(system, [
      { ...registry, functionName: "nameOf", args: [id] },
      { ...registry, functionName: "townOf", args: [id] },
    ]);
    return { name: plainText(name), country, currency };
  });
}
