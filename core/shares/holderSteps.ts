import type { Address } from "viem";
import { investorTokenAbi } from "../abis/investorTokenAbi.ts";
import { shareOfferingAbi } from "../abis/shareOfferingAbi.ts";
import type { Deployment } from "../deployment/Deployment.ts";
import { type Step, toStep } from "../Step.ts";

// Apart from the other steps of shares: who buys and owns them needs these, on a small phone, and nothing of the rest.

/** Buys shares for the caller, who allowed price × shares before. */
export function buyShares(deployment: Deployment, offering: bigint, shares: number): Step {
  return toStep(deployment.addresses.ShareOffering, shareOfferingAbi, "buy", [offering, shares]);
}

/** Gives some of the caller's shares back for what was paid. */
export function cancelPurchase(deployment: Deployment, offering: bigint, shares: number): Step {
  return toStep(deployment.addresses.ShareOffering, shareOfferingAbi, "cancel", [offering, shares]);
}

/** Anyone pays holders of a failed offering what they paid. */
export function refundHolders(deployment: Deployment, offering: bigint, holders: readonly Address[]): Step {
  return toStep(deployment.addresses.ShareOffering, shareOfferingAbi, "refund", [offering, holders]);
}

/** Anyone pays a holder the refund that the currency once refused. */
export function claimKeptRefund(deployment: Deployment, offering: bigint, holder: Address): Step {
  return toStep(deployment.addresses.ShareOffering, shareOfferingAbi, "claimKept", [offering, holder]);
}

/** Anyone unlocks the shares of an offering that succeeded. */
export function settleOffering(deployment: Deployment, offering: bigint): Step {
  return toStep(deployment.addresses.ShareOffering, shareOfferingAbi, "settle", [offering]);
}

/** Sends shares of one business to another holder. */
export function transferShares(token: Address, to: Address, shares: bigint): Step {
  return toStep(token, investorTokenAbi, "transfer", [to, shares]);
}

/** Anyone pays a holder the dividends credited to them. */
export function claimDividends(token: Address, holder: Address): Step {
  return toStep(token, investorTokenAbi, "claim", [holder]);
}
