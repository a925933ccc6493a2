import { profitSplitterAbi } from "../abis/profitSplitterAbi.ts";
import type { Deployment } from "../deployment/Deployment.ts";
import type { Document } from "../documents/Document.ts";
import { type Step, toStep } from "../Step.ts";
import type { Deed } from "./Deed.ts";

/** The Town Ambassador proposes a profit deed. */
export function proposeDeed(deployment: Deployment, business: bigint, deed: Deed): Step {
  return toStep(deployment.addresses.ProfitSplitter, profitSplitterAbi, "proposeDeed", [business, deed]);
}

/** The Country Ambassador approves exactly the proposed deed. */
export function approveDeed(deployment: Deployment, business: bigint, deed: Deed): Step {
  return toStep(deployment.addresses.ProfitSplitter, profitSplitterAbi, "approveDeed", [business, deed]);
}

/** Anyone deposits the net profit of a period, to be divided by the deed. */
export function depositProfit(
  deployment: Deployment,
  profit: { business: bigint; amount: bigint; weeks: number; period: string; accounts: Document },
): Step {
  return toStep(deployment.addresses.ProfitSplitter, profitSplitterAbi, "deposit", [
    profit.business,
    profit.amount,
    profit.weeks,
    profit.period,
    profit.accounts,
  ]);
}
