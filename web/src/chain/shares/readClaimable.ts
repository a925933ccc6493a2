import { investorTokenViews } from "@one-small-town/core/abis/investorTokenViews.ts";
import type { Address } from "viem";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";
import type { ShareToken } from "./shareTokensQuery.ts";

/** Dividends credited to a holder that a claim would pay now. */
export type Dividend = { token: ShareToken; amount: bigint };

/** What a claim of each of some tokens would pay now; of those that owe nothing there is no entry. */
export async function readClaimable(
  system: System,
  tokens: readonly ShareToken[],
  holder: Address,
): Promise<Dividend[]> {
  const owed = await readOwed(
    system,
    tokens.map(({ address }) => address),
    holder,
  );
  return dividendsOf(tokens, owed);
}

/** What each of some tokens owes a holder, in their order. */
export function readOwed(system: System, tokens: readonly Address[], holder: Address): Promise<bigint[]> {
  const claimable = { abi: investorTokenViews, functionName: "claimable", args: [holder] } as const;
  return Promise.all(tokens.map(async (address) => (await readNow(system, [{ address, ...claimable }]))[0]));
}

export function dividendsOf(tokens: readonly ShareToken[], owed: readonly bigint[]): Dividend[] {
  return tokens.map((token, i) => ({ token, amount: owed[i] ?? 0n })).filter(({ amount }) => amount > 0n);
}
