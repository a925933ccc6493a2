import type { Signer, TransactionReceipt } from "ethers";
import type { Address } from "viem";
import type { Deployment } from "../../web/src/lib/deployment/Deployment.ts";
import { allow } from "../../web/src/lib/steps/currency/allow.ts";
import { buyShares } from "../../web/src/lib/steps/shares/buyShares.ts";
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
