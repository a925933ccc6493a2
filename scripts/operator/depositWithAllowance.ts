import type { Signer, TransactionReceipt } from "ethers";
import type { Address } from "viem";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { allow } from "@one-small-town/core/money/steps.ts";
import type { Document } from "@one-small-town/core/documents/Document.ts";
import { depositProfit } from "@one-small-town/core/profit/steps.ts";
import { contractsOf } from "./contractsOf.ts";
import { send } from "./send.ts";

export type Profit = { business: bigint; amount: bigint; weeks: number; period: string; accounts: Document };

/** A payer allows exactly the profit of a period, then deposits it. */
export async function depositWithAllowance(
  deployment: Deployment,
  payer: Signer,
  profit: Profit,
): Promise<TransactionReceipt> {
  const currency = await contractsOf(deployment, payer).townRegistry.currencyOf(profit.business >> 32n);
  await send(payer, allow(currency as Address, deployment.addresses.ProfitSplitter, profit.amount));
  return send(payer, depositProfit(deployment, profit));
}
