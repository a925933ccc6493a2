import { townRegistryViews } from "@one-small-town/core/abis/townRegistryViews.ts";
import { plainText } from "@one-small-town/core/plainText.ts";
import { keptOr } from "../kept.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";
import { isNamed, readCurrency } from "./readCurrency.ts";
import type { Town } from "./Town.ts";

/** Name, country and currency of a town are fixed at its founding. */
export function readTown(system: System, id: number): Promise<Town> {
  const registry = { address: system.deployment.addresses.TownRegistry, abi: townRegistryViews } as const;
  const read = async () => {
    const [name, { country, currency }] = await readNow(system, [
      { ...registry, functionName: "nameOf", args: [id] },
      { ...registry, functionName: "townOf", args: [id] },
    ]);
    return { id, name: plainText(name), country, currency: await readCurrency(system, currency) };
  };
  return keptOr(system, `town ${id}`, read, ({ currency }) => isNamed(currency));
}
