import type { Deed } from "./Deed.ts";

/**
 * Divides a profit as ProfitSplitter does: investors', members' and country parts rounded down, the town fund takes the
 * rest. While a business has issued no shares, its investors' part joins the members' part.
 */
export function splitProfit(
  amount: bigint,
  deed: Deed,
): { investors: bigint; members: bigint; fund: bigint; country: bigint } {
  const partDown = (basisPoints: number): bigint => (amount * BigInt(basisPoints)) / 10_000n;
  const [investors, members, country] = [partDown(deed.investors), partDown(deed.members), partDown(deed.country)];

  return { investors, members, fund: amount - investors - members - country, country };
}
