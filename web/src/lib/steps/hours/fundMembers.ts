import { contributionsAbi } from "../../abis/contributionsAbi.ts";
import type { Deployment } from "../../deployment/Deployment.ts";
import type { Step } from "../Step.ts";
import { toStep } from "../toStep.ts";

/** Anyone pays money in for a town's members, over the next `weeks` timesheets. */
export function fundMembers(deployment: Deployment, town: number, amount: bigint, weeks: number): Step {
  return toStep(deployment.addresses.Contributions, contributionsAbi, "fund", [town, amount, weeks]);
}
