import { townOfProject } from "@one-small-town/core/projects/projects.ts";
import type { QueryClient } from "@tanstack/react-query";
import { offeringsQuery } from "../shares/offeringsQuery.ts";
import type { System } from "../System.ts";
import { numberOf } from "./pageBefore.ts";

type Before = { town: number; end: number };

/** The numbers of a town's businesses that had shares on sale, of those that were proposed before another. */
export async function readSoldBefore(system: System, client: QueryClient, { town, end }: Before): Promise<number[]> {
  if (end === 1) return [];
  const sales = await client.fetchQuery(offeringsQuery(system));
  const own = sales.flatMap(({ business }) => (townOfProject(business) === town ? numberOf(business) : []));
  return [...new Set(own)].filter((number) => number < end).sort((one, other) => one - other);
}
