import type { Address, Hex } from "viem";
import { investorTokenAbi } from "../abis/investorTokenAbi.ts";
import { releasesAbi } from "../abis/releasesAbi.ts";
import { shareOfferingAbi } from "../abis/shareOfferingAbi.ts";
import type { Deployment } from "../deployment/Deployment.ts";
import type { Document } from "../documents/Document.ts";
import { type Step, toStep } from "../Step.ts";
import type { Cancellation } from "./signedWords.ts";
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

/** The Town Ambassador takes back terms that wait for the Country Ambassador. */
export function withdrawOffering(deployment: Deployment, business: bigint): Step {
  return toStep(deployment.addresses.ShareOffering, shareOfferingAbi, "withdrawProposal", [business]);
}

/** An ambassador calls a live offering off, or agrees to it. */
export function callOffOffering(deployment: Deployment, offering: bigint): Step {
  return toStep(deployment.addresses.ShareOffering, shareOfferingAbi, "callOff", [offering]);
}

/** The ambassador who called an offering off alone takes it back. */
export function withdrawCallOff(deployment: Deployment, offering: bigint): Step {
  return toStep(deployment.addresses.ShareOffering, shareOfferingAbi, "withdrawCallOff", [offering]);
}

/** Anyone has the phase of a business's offering judged that has ended. */
export function updateOffering(deployment: Deployment, business: bigint): Step {
  return toStep(deployment.addresses.ShareOffering, shareOfferingAbi, "update", [business]);
}

/** Anyone sends a buyer's signed word that they give shares back. */
export function cancelSignedPurchase(deployment: Deployment, cancellation: Cancellation, signature: Hex): Step {
  return toStep(deployment.addresses.ShareOffering, shareOfferingAbi, "cancelWithSignature", [cancellation, signature]);
}

/** A payer's ERC-3009 authorisation for exactly one purchase or deposit, as lib/Authorization.sol takes it. */
export type PaymentAuthorization = {
  payer: Address;
  salt: Hex;
  validAfter: bigint;
  validBefore: bigint;
  v: number;
  r: Hex;
  s: Hex;
};

/** Anyone sends a purchase that a buyer has signed, and who pays for it by the same signature. */
export function buySignedShares(
  deployment: Deployment,
  offering: bigint,
  shares: number,
  authorization: PaymentAuthorization,
): Step {
  return toStep(deployment.addresses.ShareOffering, shareOfferingAbi, "buyWithAuthorization", [
    offering,
    shares,
    authorization,
  ]);
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

/** Anyone sends a wallet's shares after the person, to their wallet of now. */
export function moveShares(token: Address, old: Address): Step {
  return toStep(token, investorTokenAbi, "moveToSuccessor", [old]);
}

/** Who asked for a tranche, or the Country Ambassador, takes the request back. */
export function revokeRelease(deployment: Deployment, offering: bigint): Step {
  return toStep(deployment.addresses.Releases, releasesAbi, "revoke", [offering]);
}

/** A holder objects with all their shares to the tranche that is next. */
export function objectToRelease(deployment: Deployment, offering: bigint): Step {
  return toStep(deployment.addresses.Releases, releasesAbi, "object", [offering]);
}

/** What a holder has signed about a sale's money: seconds until when it counts, and the signature. */
export type SignedVoice = { offering: bigint; holder: Address; deadline: bigint; signature: Hex };

/** Anyone sends a holder's signed objection to a tranche. */
export function objectToReleaseWithSignature(
  deployment: Deployment,
  tranche: bigint,
  { offering, holder, deadline, signature }: SignedVoice,
): Step {
  const args = [offering, tranche, holder, deadline, signature] as const;
  return toStep(deployment.addresses.Releases, releasesAbi, "objectWithSignature", args);
}

/** A holder takes their objection and their vote back. */
export function withdrawVoice(deployment: Deployment, offering: bigint): Step {
  return toStep(deployment.addresses.Releases, releasesAbi, "withdraw", [offering]);
}

/** A holder votes with all their shares to pay what is in escrow to the holders. */
export function voteWindUp(deployment: Deployment, offering: bigint): Step {
  return toStep(deployment.addresses.Releases, releasesAbi, "voteWindUp", [offering]);
}

/** Anyone sends a holder's signed vote to wind up. */
export function voteWindUpWithSignature(
  deployment: Deployment,
  { offering, holder, deadline, signature }: SignedVoice,
): Step {
  const args = [offering, holder, deadline, signature] as const;
  return toStep(deployment.addresses.Releases, releasesAbi, "voteWindUpWithSignature", args);
}

/** An ambassador agrees to wind up; the second one's word does it. */
export function agreeWindUp(deployment: Deployment, offering: bigint): Step {
  return toStep(deployment.addresses.Releases, releasesAbi, "agreeWindUp", [offering]);
}

/** The ambassador who agreed alone to wind up takes it back. */
export function withdrawAgreement(deployment: Deployment, offering: bigint): Step {
  return toStep(deployment.addresses.Releases, releasesAbi, "withdrawAgreement", [offering]);
}

/** Anyone winds up for whom over half the shares have voted, or where nothing was paid for a year. */
export function windUp(deployment: Deployment, offering: bigint): Step {
  return toStep(deployment.addresses.Releases, releasesAbi, "windUp", [offering]);
}

/** Anyone pays what is left in escrow to the holders, fourteen days after it was wound up. */
export function payWindUp(deployment: Deployment, offering: bigint): Step {
  return toStep(deployment.addresses.Releases, releasesAbi, "payWindUp", [offering]);
}
