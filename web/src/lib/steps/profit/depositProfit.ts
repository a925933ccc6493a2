import { profitSplitterAbi } from "../../abis/profitSplitterAbi.ts";
import type { Deployment } from "../../deployment/Deployment.ts";
import type { Document } from "../Document.ts";
import type { Step } from "../Step.ts";
import { toStep } from "../toStep.ts";

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
