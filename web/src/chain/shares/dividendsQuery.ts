import { queryOptions } from "@tanstack/react-query";
import type { Address } from "viem";
import { investorTokenAbi } from "@one-small-town/core/abis/investorTokenAbi.ts";
import { keyOf } from "../keyOf.ts";
import { readEach } from "../readEach.ts";
import type { System } from "../System.ts";
import { type ShareToken, shareTokensQuery } from "./shareTokensQuery.ts";

/** Dividends credited to a holder that a claim would pay now. */
export type Dividend = { token: ShareToken; amount: bigint };

/** A holder's unclaimed dividends, of every token that owes them any. */
export function dividendsQuery(system: System, holder: Address) {
  return queryOptions({
    queryKey: keyOf(system, "dividends", holder),
    queryFn: async ({ client }) => readClaimable(system, await client.fetchQuery(shareTokensQuery(system)), holder),
  });
}

/** What a claim of each of some tokens would pay now; of those that owe nothing there is no entry. */
export async function readClaimable(
  { client }: System,
  tokens: readonly ShareToken[],
  holder: Address,
): Promise<Dividend[]> {
  const owed = await readEach(client, tokens, ({ address }) => [
    { address, abi: investorTokenAbi, functionName: "claimable", args: [holder] },
  ]);
  return owed.map(([token, [amount]]) => ({ token, amount })).filter(({ amount }) => amount > 0n);
}
