import { profitSplitterAbi } from "../../abis/profitSplitterAbi.ts";
import type { Deployment } from "../../deployment/Deployment.ts";
import type { Deed } from "../../profit/Deed.ts";
import type { Step } from "../Step.ts";
import { toStep } from "../toStep.ts";

/** The Town Ambassador proposes a profit deed. */
export function proposeDeed(deployment: Deployment, business: bigint, deed: Deed): Step {
  return toStep(deployment.addresses.ProfitSplitter, profitSplitterAbi, "proposeDeed", [business, deed]);
}
