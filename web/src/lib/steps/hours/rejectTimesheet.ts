import type { Hex } from "viem";
import { contributionsAbi } from "../../abis/contributionsAbi.ts";
import type { Deployment } from "../../deployment/Deployment.ts";
import type { Step } from "../Step.ts";
import { toStep } from "../toStep.ts";

/** An ambassador rejects the pending timesheet, with the hash of the reason. */
export function rejectTimesheet(deployment: Deployment, town: number, reason: Hex): Step {
  return toStep(deployment.addresses.Contributions, contributionsAbi, "reject", [town, reason]);
}
