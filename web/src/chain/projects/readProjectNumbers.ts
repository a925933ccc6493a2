import { projectRegistryViews } from "@one-small-town/core/abis/projectRegistryViews.ts";
import { townOfProject } from "@one-small-town/core/projects/projects.ts";
import type { QueryClient } from "@tanstack/react-query";
import { readNow } from "../readNow.ts";
import { offeringsQuery } from "../shares/offeringsQuery.ts";
import type { System } from "../System.ts";
import { numberOf, pageBefore } from "./pageBefore.ts";

export type ProjectNumbers = {
  /** How many projects the town has in all. */
  count: number;
  /** All from this number on are looked at; of those before it only those that had shares on sale. */
  from: number;
  /** In the order in which they were proposed. */
  numbers: readonly number[];
};

/** Which projects of a town are looked at first. */
export async function readProjectNumbers(system: System, client: QueryClient, town: number): Promise<ProjectNumbers> {
  const { ProjectRegistry: address } = system.deployment.addresses;
  const view = { address, abi: projectRegistryViews, functionName: "projectCount", args: [town] } as const;
  const [count] = await readNow(system, [view]);
  const newest = pageBefore(count + 1);
  const from = newest[0] ?? 1;
  if (from === 1) return { count, from, numbers: newest };
  const sales = await client.fetchQuery(offeringsQuery(system));
  const own = sales.flatMap(({ business }) => (townOfProject(business) === town ? numberOf(business) : []));
  const sold = [...new Set(own)].filter((number) => number < from).sort((one, other) => one - other);
  return { count, from, numbers: [...sold, ...newest] };
}
