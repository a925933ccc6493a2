import { profitSplitterAbi } from "../../abis/profitSplitterAbi.ts";
import type { Deployment } from "../../deployment/Deployment.ts";
import type { Deed } from "../../profit/Deed.ts";
import type { Step } from "../Step.ts";
import { toStep } from "../toStep.ts";

/** The Country Ambassador approves exactly the proposed deed. */
export function approveDeed(deployment: Deployment, business: bigint, deed: Deed): Step {
  return toStep(deployment.addresses.ProfitSplitter, profitSplitterAbi, "approveDeed", [business, deed]);
}
