import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import type { Document } from "@one-small-town/core/documents/Document.ts";
import { allow } from "@one-small-town/core/money/steps.ts";
import { depositProfit } from "@one-small-town/core/profit/steps.ts";
import { buyShares } from "@one-small-town/core/shares/holderSteps.ts";
import type { Signer, TransactionReceipt } from "ethers";
import type { Address } from "viem";
import { contractsOf } from "./contracts.ts";
import { send } from "./send.ts";

/** A buyer allows exactly the price of the shares, then buys them. */
export async function buyWithAllowance(
  deployment: Deployment,
  { buyer, offering, shares }: { buyer: Signer; offering: bigint; shares: number },
): Promise<TransactionReceipt> {
  const { price, currency } = await contractsOf(deployment, buyer).shareOffering.assetOf(offering);
  await send(buyer, allow(currency as Address, deployment.addresses.ShareOffering, price * BigInt(shares)));
  return send(buyer, buyShares(deployment, offering, shares));
}

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
