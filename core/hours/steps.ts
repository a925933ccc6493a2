import type { Hex } from "viem";
import { contributionsAbi } from "../abis/contributionsAbi.ts";
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
