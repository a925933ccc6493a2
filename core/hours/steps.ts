import type { Address, Hex } from "viem";
import { benefitsAbi } from "../abis/benefitsAbi.ts";
import { contributionsAbi } from "../abis/contributionsAbi.ts";
import { infinityTokenAbi } from "../abis/infinityTokenAbi.ts";
import type { Deployment } from "../deployment/Deployment.ts";
import type { Document } from "../documents/Document.ts";
import { type Step, toStep } from "../Step.ts";

/** A coordinator submits a week's hours: one byte a member, see `quartersToHex`. */
export function submitTimesheet(
  deployment: Deployment,
  sheet: { town: number; weekIndex: number; quarters: Hex; evidence: Document },
): Step {
  return toStep(deployment.addresses.Contributions, contributionsAbi, "submit", [
    sheet.town,
    sheet.weekIndex,
    sheet.quarters,
    sheet.evidence,
  ]);
}

/** Anyone finalises the pending timesheet after its review. */
export function finaliseTimesheet(deployment: Deployment, town: number): Step {
  return toStep(deployment.addresses.Contributions, contributionsAbi, "finalise", [town]);
}

/** Anyone pays money in for a town's members, over the next `weeks` timesheets. */
export function fundMembers(deployment: Deployment, town: number, amount: bigint, weeks: number): Step {
  return toStep(deployment.addresses.Contributions, contributionsAbi, "fund", [town, amount, weeks]);
}

/** Anyone pays members for the finalised timesheets below index `upTo`. */
export function claimHours(deployment: Deployment, town: number, numbers: readonly number[], upTo: number): Step {
  return toStep(deployment.addresses.Contributions, contributionsAbi, "claim", [town, numbers, upTo]);
}

/** Anyone pays a member the cash that the currency once refused. */
export function claimKeptCash(deployment: Deployment, town: number, number: number): Step {
  return toStep(deployment.addresses.Contributions, contributionsAbi, "claimKept", [town, number]);
}

/** Another coordinator, or of the submitter's own hours the Town Ambassador, changes members' quarters, one byte each. */
export function amendTimesheet(deployment: Deployment, town: number, numbers: readonly number[], quarters: Hex): Step {
  return toStep(deployment.addresses.Contributions, contributionsAbi, "amend", [town, numbers, quarters]);
}

/** An ambassador or head office rejects the pending timesheet, with the hash of the reason. */
export function rejectTimesheet(deployment: Deployment, town: number, reason: Hex): Step {
  return toStep(deployment.addresses.Contributions, contributionsAbi, "reject", [town, reason]);
}

/** What an active week entitles to: so many units of a kind, a week or a shift, to be had for so many weeks after it. */
export type BenefitTerms = { kind: number; perShift: boolean; units: number; validWeeks: number };

/** A steward lists a benefit. */
export function listBenefit(deployment: Deployment, town: number, terms: BenefitTerms, metadata: Document): Step {
  return toStep(deployment.addresses.Benefits, benefitsAbi, "list", [town, terms, metadata]);
}

/** A steward ends a benefit: after this week nobody earns it any more. */
export function endBenefit(deployment: Deployment, benefit: bigint, lastWeekIndex: number): Step {
  return toStep(deployment.addresses.Benefits, benefitsAbi, "end", [benefit, lastWeekIndex]);
}

/** What a member's wallet has signed: that so many units of a week's benefit, counted up, were received. */
export type SignedRedemption = {
  benefit: bigint;
  weekIndex: number;
  number: number;
  cumulativeUnits: number;
  signature: Hex;
};

/** A steward hands in what one member has signed. */
export function redeemBenefit(deployment: Deployment, redemption: SignedRedemption): Step {
  return toStep(deployment.addresses.Benefits, benefitsAbi, "redeem", [redemption]);
}

/** A steward hands in what many have signed; what the contract cannot take it skips, with an event. */
export function redeemBenefits(deployment: Deployment, redemptions: readonly SignedRedemption[]): Step {
  return toStep(deployment.addresses.Benefits, benefitsAbi, "redeemBatch", [redemptions]);
}

/** Sends INFINITY, in its smallest unit. */
export function sendInfinity(deployment: Deployment, to: Address, amount: bigint): Step {
  return toStep(deployment.addresses.InfinityToken, infinityTokenAbi, "transfer", [to, amount]);
}

/** Sends INFINITY to many, all or nobody. */
export function sendInfinityToMany(
  deployment: Deployment,
  recipients: readonly Address[],
  amounts: readonly bigint[],
): Step {
  return toStep(deployment.addresses.InfinityToken, infinityTokenAbi, "transferBatch", [recipients, amounts]);
}

/** Burns INFINITY of the caller's. */
export function burnInfinity(deployment: Deployment, amount: bigint): Step {
  return toStep(deployment.addresses.InfinityToken, infinityTokenAbi, "burn", [amount]);
}

/** Anyone sends a wallet's INFINITY after the person, to their wallet of now. */
export function moveInfinity(deployment: Deployment, old: Address): Step {
  return toStep(deployment.addresses.InfinityToken, infinityTokenAbi, "moveToSuccessor", [old]);
}

/** A signature as ERC-3009 and ERC-2612 take it. */
export type KeySignature = { v: number; r: Hex; s: Hex };

/** Anyone sends a transfer of INFINITY that its holder has signed (ERC-3009). */
export function sendSignedInfinity(
  deployment: Deployment,
  transfer: {
    from: Address;
    to: Address;
    value: bigint;
    validAfter: bigint;
    validBefore: bigint;
    nonce: Hex;
  } & KeySignature,
): Step {
  const { from, to, value, validAfter, validBefore, nonce, v, r, s } = transfer;
  return toStep(deployment.addresses.InfinityToken, infinityTokenAbi, "transferWithAuthorization", [
    from,
    to,
    value,
    validAfter,
    validBefore,
    nonce,
    v,
    r,
    s,
  ]);
}

/** Anyone sends the holder's signed word that a signed transfer of this nonce no longer counts. */
export function cancelSignedInfinity(
  deployment: Deployment,
  { authorizer, nonce, v, r, s }: { authorizer: Address; nonce: Hex } & KeySignature,
): Step {
  return toStep(deployment.addresses.InfinityToken, infinityTokenAbi, "cancelAuthorization", [
    authorizer,
    nonce,
    v,
    r,
    s,
  ]);
}
