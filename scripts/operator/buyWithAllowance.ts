import type { Signer, TransactionReceipt } from "ethers";
import type { Address } from "viem";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { allow } from "@one-small-town/core/money/steps.ts";
import { buyShares } from "@one-small-town/core/shares/steps.ts";
import { contractsOf } from "./contractsOf.ts";
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
