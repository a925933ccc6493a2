import { queryOptions } from "@tanstack/react-query";
import { keyOf } from "../keys.ts";
import type { System } from "../System.ts";

/** INFINITY against the shifts it was minted for, read at one block. */
export type Supply = {
  /** Shifts of all finalised timesheets of all towns. */
  shifts: bigint;
  /** Units of 1e-18 INFINITY that exist, and that their holders burnt. */
  exists: bigint;
  burnt: bigint;
  block: bigint;
};

export function supplyQuery(system: System) {
  return queryOptions({
    queryKey: keyOf(system, "supply"),
    queryFn: async () => (await import("./readSupply.ts")).readSupply(system),
    staleTime: 30_000,
  });
}
