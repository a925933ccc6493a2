import { type Tier, tiers } from "./phases.ts";

/** Whether somebody of a tier may receive shares of a scope, as InvestorToken decides it; nobody while it is locked. */
export function mayReceive(tier: Tier, scope: Tier): boolean {
  return tier !== "none" && tiers.indexOf(tier) <= tiers.indexOf(scope);
}
