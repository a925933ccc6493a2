import { contributionsAbi } from "../../abis/contributionsAbi.ts";
import type { Deployment } from "../../deployment/Deployment.ts";
import type { Step } from "../Step.ts";
import { toStep } from "../toStep.ts";

/** Anyone pays a member the cash that the currency once refused. */
export function claimKeptCash(deployment: Deployment, town: number, number: number): Step {
  return toStep(deployment.addresses.Contributions, contributionsAbi, "claimKept", [town, number]);
}
