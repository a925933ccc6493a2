import type { Signer, TransactionReceipt } from "ethers";
import type { Address } from "viem";
import type { Deployment } from "../../web/src/lib/deployment/Deployment.ts";
import { allow } from "../../web/src/lib/steps/currency/allow.ts";
import type { Document } from "../../web/src/lib/steps/Document.ts";
import { depositProfit } from "../../web/src/lib/steps/profit/depositProfit.ts";
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
