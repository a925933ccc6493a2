import type { Address, Hex } from "viem";
import { investorTokenAbi } from "../abis/investorTokenAbi.ts";
import { releasesAbi } from "../abis/releasesAbi.ts";
import { shareOfferingAbi } from "../abis/shareOfferingAbi.ts";
import type { Deployment } from "../deployment/Deployment.ts";
import type { Document } from "../documents/Document.ts";
import { type Step, toStep } from "../Step.ts";
import type { Terms } from "./Terms.ts";
import { termsHashOf } from "./termsHash.ts";

/** The Town Ambassador proposes the terms of a sale. */
export function proposeOffering(deployment: Deployment, terms: Terms): Step {
  return toStep(deployment.addresses.ShareOffering, shareOfferingAbi, "propose", [terms]);
}

/** The Country Ambassador approves exactly the proposed terms. */
export function approveOffering(deployment: Deployment, terms: Terms): Step {
  const args = [terms.business, termsHashOf(terms)] as const;
  return toStep(deployment.addresses.ShareOffering, shareOfferingAbi, "approve", args);
}

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

/** The manager or the Town Ambassador asks for the next tranche. */
export function requestRelease(deployment: Deployment, offering: bigint, evidence: Document): Step {
  return toStep(deployment.addresses.Releases, releasesAbi, "request", [offering, evidence]);
}

/** The Country Ambassador approves the tranche that was asked for, counted from 0. */
export function approveRelease(
  deployment: Deployment,
  { offering, business, tranche, evidence }: { offering: bigint; business: bigint; tranche: bigint; evidence: Hex },
): Step {
  const args = [offering, business, tranche, evidence] as const;
  return toStep(deployment.addresses.Releases, releasesAbi, "approve", args);
}

/** Anyone pays an approved tranche to the business, seven days later. */
export function releaseTranche(deployment: Deployment, offering: bigint): Step {
  return toStep(deployment.addresses.Releases, releasesAbi, "release", [offering]);
}

/** Sends shares of one business to another holder. */
export function transferShares(token: Address, to: Address, shares: bigint): Step {
  return toStep(token, investorTokenAbi, "transfer", [to, shares]);
}

/** Anyone pays a holder the dividends credited to them. */
export function claimDividends(token: Address, holder: Address): Step {
  return toStep(token, investorTokenAbi, "claim", [holder]);
}
