import type { BusinessKind } from "../projects/projects.ts";
import { COMMUNITY_FLOOR, INVESTORS_CEILING, LAST_THIRD, THIRD, WHOLE } from "../rules/Deeds.ts";

/** How the net profit of one business is divided, in basis points that sum to a whole. */
export type Deed = { investors: number; members: number; fund: number; country: number };

/** The deeds a town can choose by name; thirds is the default. The community part is half members', half the fund's. */
export const deedPresets = {
  thirds: { investors: THIRD, members: THIRD, fund: LAST_THIRD, country: 0 },
  sixtyForty: { investors: 4_000, members: 3_000, fund: 3_000, country: 0 },
  ninetyTen: { investors: 1_000, members: 4_500, fund: 4_500, country: 0 },
} satisfies Record<string, Deed>;

/**
 * The first rule a deed breaks, named as the contract's error, or undefined if it keeps them all.
 * @public
 */
export function checkDeed(
  deed: Deed,
  kind: BusinessKind,
):
  | "DeedNotWhole"
  | "DeedAboveInvestorsCeiling"
  | "DeedBelowCommunityFloor"
  | "DeedLeavesMembersNothing"
  | "DeedCountryPartNeedsCornerstone"
  | undefined {
  const { investors, members, fund, country } = deed;
  const parts = [investors, members, fund, country];

  if (!parts.every((part) => Number.isInteger(part) && part >= 0)) return "DeedNotWhole";
  if (investors + members + fund + country !== WHOLE) return "DeedNotWhole";
  if (investors > INVESTORS_CEILING) return "DeedAboveInvestorsCeiling";
  if (members + fund < COMMUNITY_FLOOR) return "DeedBelowCommunityFloor";
  if (members === 0) return "DeedLeavesMembersNothing";
  if (country > 0 && kind !== "cornerstone") return "DeedCountryPartNeedsCornerstone";
  return undefined;
}
