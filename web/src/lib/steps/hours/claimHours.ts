import { contributionsAbi } from "../../abis/contributionsAbi.ts";
import type { Deployment } from "../../deployment/Deployment.ts";
import type { Step } from "../Step.ts";
import { toStep } from "../toStep.ts";

/** Anyone pays members for the finalised timesheets below index `upTo`. */
export function claimHours(deployment: Deployment, town: number, numbers: readonly number[], upTo: number): Step {
  return toStep(deployment.addresses.Contributions, contributionsAbi, "claim", [town, numbers, upTo]);
}
