import { investorTokenViews } from "@one-small-town/core/abis/investorTokenViews.ts";
import type { Address } from "viem";
import { readEach } from "../readEach.ts";
import type { System } from "../System.ts";
import type { ShareToken } from "./shareTokensQuery.ts";

/** Dividends credited to a holder that a claim would pay now. */
export type Dividend = { token: ShareToken; amount: bigint };

/** What a claim of each of some tokens would pay now; of those that owe nothing there is no entry. */
export async function readClaimable(
  { client }: System,
  tokens: readonly ShareToken[],
  holder: Address,
): Promise<Dividend[]> {
  const owed = await readEach(client, tokens, ({ address }) => [
    { address, abi: investorTokenViews, functionName: "claimable", args: [holder] },
  ]);
  return owed.map(([token, [amount]]) => ({ token, amount })).filter(({ amount }) => amount > 0n);
}
