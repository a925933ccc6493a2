import { queryOptions } from "@tanstack/react-query";
import { getBlockNumber } from "viem/actions";
import { keyOf } from "../keyOf.ts";
import type { System } from "../System.ts";
import { readDeed } from "./readDeed.ts";

export function deedQuery(system: System, business: bigint) {
  return queryOptions({
    queryKey: keyOf(system, "deed", business),
    queryFn: async () => readDeed(system, business, await getBlockNumber(system.client)),
    staleTime: 60_000,
  });
}
