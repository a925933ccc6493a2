import { WHOLE } from "../rules/Deeds.ts";
import type { Deed } from "./Deed.ts";

/**
 * Divides a profit as ProfitSplitter does: investors', members' and country parts rounded down, the town fund takes the
 * rest. While a business has issued no shares, its investors' part joins the members' part.
 */
export function splitProfit(
  amount: bigint,
  deed: Deed,
): { investors: bigint; members: bigint; fund: bigint; country: bigint } {
  const partDown = (basisPoints: number): bigint => (amount * BigInt(basisPoints)) / BigInt(WHOLE);
  const [investors, members, country] = [partDown(deed.investors), partDown(deed.members), partDown(deed.country)];

  return { investors, members, fund: amount - investors - members - country, country };
}

/**
 * Spreads money for the members over the next timesheets, as Contributions does: the same for each, rounded
 * down; `rest` is what the division leaves, and joins the carry at once.
 * @public
 */
export function spread(amount: bigint, weeks: number): { perWeek: bigint; rest: bigint } {
  return { perWeek: amount / BigInt(weeks), rest: amount % BigInt(weeks) };
}

type Parts = { investors: bigint; members: bigint; fund: bigint; country: bigint };

/** The whole of a profit that was divided. */
export function profitOf({ investors, members, fund, country }: Parts): bigint {
  return investors + members + fund + country;
}
