import type { Tier } from "../rules/enumerations.ts";
import { isOnSale, mayReceive, onOffer, type SaleState } from "./phases.ts";

export type Buyer = {
  tier: Tier;
  /** Shares held already. */
  held: number;
  /** Whether the person is suspended: they are of no tier then. */
  isSuspended: boolean;
  /** Whether the person runs the business, is paid by it, or approves what it is paid. */
  isInsider: boolean;
};

export type MayBuy =
  | { answer: "now"; most: number; left: number; limit: number }
  /** Not yet: from `from` (seconds), and, unless the sale has not opened, only if the town leaves some. */
  | { answer: "later"; from: number; isSure: boolean }
  | { answer: "no"; why: "over" | "unattested" | "suspended" | "insider" | "notForYou" }
  | { answer: "no"; why: "atLimit"; limit: number }
  | { answer: "no"; why: "soldOut" };

/** Whether somebody may buy at a moment (seconds), and if not, why or from when; as ShareOffering will answer. */
export function mayBuy(sale: SaleState, { tier, held, isSuspended, isInsider }: Buyer, now: number): MayBuy {
  if (!isOnSale(sale.phase)) return { answer: "no", why: "over" };
  if (isInsider) return { answer: "no", why: "insider" };
  if (tier === "none") return { answer: "no", why: isSuspended ? "suspended" : "unattested" };
  if (!mayReceive(tier, sale.phase)) return turnOf(sale, tier);
  if (now < sale.opens) return { answer: "later", from: sale.opens, isSure: true };

  const limit = sale.phase === "local" ? sale.limitLocal : sale.limitLater;
  const left = Math.max(0, onOffer(sale) - sale.sold);
  if (held >= limit) return { answer: "no", why: "atLimit", limit };
  if (left === 0) return { answer: "no", why: "soldOut" };
  return { answer: "now", most: Math.min(left, limit - held), left, limit };
}

/** The first phase that admits the tier; it comes only if the phase before falls short of the goal. */
function turnOf({ phase, localEnds, countryEnds, worldEnds }: SaleState, tier: Tier): MayBuy {
  if (tier === "country" && countryEnds !== 0) return { answer: "later", from: localEnds, isSure: false };
  if (worldEnds === 0) return { answer: "no", why: "notForYou" };
  const from = phase === "country" || countryEnds !== 0 ? countryEnds : localEnds;
  return { answer: "later", from, isSure: false };
}
