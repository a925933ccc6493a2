import { queryOptions } from "@tanstack/react-query";
import type { Address } from "viem";
import { keyOf } from "../keys.ts";
import type { System } from "../System.ts";
import { offeringsQuery } from "./offeringsQuery.ts";
import { dividendsOf, readOwed } from "./readClaimable.ts";
import { shareTokensQuery } from "./shareTokensQuery.ts";

/** A holder's unclaimed dividends, of every token that owes them any. */
export function dividendsQuery(system: System, holder: Address) {
  return queryOptions({
    queryKey: keyOf(system, "dividends", holder),
    queryFn: async ({ client }) => {
      const offerings = await client.fetchQuery(offeringsQuery(system));
      const [tokens, owed] = await Promise.all([
        client.fetchQuery(shareTokensQuery(system)),
        readOwed(
          system,
          offerings.map(({ token }) => token),
          holder,
        ),
      ]);
      return dividendsOf(tokens, owed);
    },
  });
}
