import type { Deed } from "./Deed.ts";

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
