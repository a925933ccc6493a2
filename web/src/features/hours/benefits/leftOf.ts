import { fetchingKey, type Redemption } from "@one-small-town/core/hours/benefits.ts";
import type { Fetchable } from "../../../chain/hours/fetchableQuery.ts";
import type { Codes } from "../../../transactions/codes.ts";

/**
 * Units that somebody has fetched of a week, as the chain knows or they say themselves, and how many are left. Whoever
 * counts too much of their own gets it back when nothing of it is written down: the chain's figure is shown beside.
 */
export function leftOf({ benefit, weekIndex, entitled, redeemed }: Fetchable, number: number, { had }: Codes) {
  const key = fetchingKey({ benefit: benefit.id, weekIndex, number });
  const fetched = Math.min(entitled, Math.max(redeemed, had[key] ?? 0));
  return { fetched, left: entitled - fetched };
}

/** What is signed for some more units of a week. */
export function redemptionOf({ benefit, weekIndex }: Fetchable, number: number, cumulativeUnits: number): Redemption {
  return { benefit: benefit.id, weekIndex, number, cumulativeUnits };
}
