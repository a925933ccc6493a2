import { queryOptions } from "@tanstack/react-query";
import type { Address } from "viem";
import { investorTokenAbi } from "@one-small-town/core/abis/investorTokenAbi.ts";
import { keyOf } from "../keyOf.ts";
import { readMany } from "../readMany.ts";
import type { System } from "../System.ts";
import { type ShareToken, shareTokensQuery } from "./shareTokensQuery.ts";

/** Dividends credited to a holder that a claim would pay now. */
export type Dividend = { token: ShareToken; amount: bigint };

/** A holder's unclaimed dividends, of every token that owes them any. */
export function dividendsQuery(system: System, holder: Address) {
  return queryOptions({
    queryKey: keyOf(system, "dividends", holder),
    queryFn: async ({ client }): Promise<Dividend[]> => {
      const tokens = await client.fetchQuery(shareTokensQuery(system));
      const amounts = await readMany(
        system.client,
        tokens.map(({ address }) => ({
          address,
          abi: investorTokenAbi,
          functionName: "claimable" as const,
          args: [holder] as const,
        })),
      );
      return tokens.map((token, i) => ({ token, amount: amounts[i] ?? 0n })).filter(({ amount }) => amount > 0n);
    },
  });
}
