/** How the net profit of one business is divided, in basis points that sum to 10,000. */
export type Deed = { investors: number; members: number; fund: number; country: number };

/** The deeds a town can choose by name; thirds is the default. The community part is half members', half the fund's. */
export const deedPresets = {
  thirds: { investors: 3_333, members: 3_333, fund: 3_334, country: 0 },
  sixtyForty: { investors: 4_000, members: 3_000, fund: 3_000, country: 0 },
  ninetyTen: { investors: 1_000, members: 4_500, fund: 4_500, country: 0 },
} satisfies Record<string, Deed>;

/**
 * The first rule a deed breaks, named as the contract's error, or undefined if it keeps them all. Members and town fund
 * keep at least 60 % ("the community retains a minimum 60% NET PROFIT from all our businesses").
 */
export function checkDeed(
  deed: Deed,
  kind: "community" | "cornerstone",
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
  if (investors + members + fund + country !== 10_000) return "DeedNotWhole";
  if (investors > 4_000) return "DeedAboveInvestorsCeiling";
  if (members + fund < 6_000) return "DeedBelowCommunityFloor";
  if (members === 0) return "DeedLeavesMembersNothing";
  if (country > 0 && kind !== "cornerstone") return "DeedCountryPartNeedsCornerstone";
  return undefined;
}
