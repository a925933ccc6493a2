import { queryOptions } from "@tanstack/react-query";
import type { Address } from "viem";
import { keyOf } from "../keys.ts";
import type { System } from "../System.ts";
import { readClaimable } from "./readClaimable.ts";
import { shareTokensQuery } from "./shareTokensQuery.ts";

/** A holder's unclaimed dividends, of every token that owes them any. */
export function dividendsQuery(system: System, holder: Address) {
  return queryOptions({
    queryKey: keyOf(system, "dividends", holder),
    queryFn: async ({ client }) => readClaimable(system, await client.fetchQuery(shareTokensQuery(system)), holder),
  });
}
