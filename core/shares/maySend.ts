import type { Address } from "viem";
import type { Tier } from "../rules/enumerations.ts";
import { mayReceive } from "./phases.ts";

export type Sending = {
  from: Address;
  to: Address;
  shares: bigint;
  held: bigint;
  isPledged: boolean;
  tier: Tier;
  scope: Tier;
};
export type SendProblem = "locked" | "self" | "tooMany" | "unattested" | "outOfScope" | "pledged";

/** Why shares cannot be sent, the first that applies; null when they can. `tier` is the receiver's. */
export function whyNotSend({ from, to, shares, held, isPledged, tier, scope }: Sending): SendProblem | null {
  if (scope === "none") return "locked";
  if (from.toLowerCase() === to.toLowerCase()) return "self";
  if (tier === "none") return "unattested";
  if (!mayReceive(tier, scope)) return "outOfScope";
  if (isPledged) return "pledged";
  return shares > held ? "tooMany" : null;
}
