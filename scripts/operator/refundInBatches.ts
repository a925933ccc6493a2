import type { Signer, TransactionReceipt } from "ethers";
import type { Address } from "viem";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { refundHolders } from "@one-small-town/core/shares/steps.ts";
import { inBatches } from "./inBatches.ts";
import { send } from "./send.ts";

const BATCH = 150;

/** Pays the holders of a failed offering back, in batches; anyone may. */
export async function refundInBatches(
  deployment: Deployment,
  { payer, offering, holders }: { payer: Signer; offering: bigint; holders: readonly Address[] },
): Promise<TransactionReceipt[]> {
  const receipts: TransactionReceipt[] = [];
  for (const batch of inBatches(holders, BATCH)) {
    receipts.push(await send(payer, refundHolders(deployment, offering, batch)));
  }
  return receipts;
}
