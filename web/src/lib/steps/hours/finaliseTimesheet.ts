import { contributionsAbi } from "../../abis/contributionsAbi.ts";
import type { Deployment } from "../../deployment/Deployment.ts";
import type { Step } from "../Step.ts";
import { toStep } from "../toStep.ts";

/** Anyone finalises the pending timesheet after its review. */
export function finaliseTimesheet(deployment: Deployment, town: number): Step {
  return toStep(deployment.addresses.Contributions, contributionsAbi, "finalise", [town]);
}
