import type { Signer, TransactionReceipt } from "ethers";
import type { Deployment } from "../../web/src/lib/deployment/Deployment.ts";
import { claimHours } from "../../web/src/lib/steps/hours/claimHours.ts";
import { contractsOf } from "./contractsOf.ts";
import { inBatches } from "./inBatches.ts";
import { send } from "./send.ts";

/** Two hundred members at up to about 60,000 gas stay below the 16,777,216 that one transaction may use (EIP-7825). */
const BATCH = 200;

/** Pays members everything that is finalised, in batches; anyone may, and each is paid at their own wallet. */
export async function claimForMembers(
  deployment: Deployment,
  { payer, town, numbers }: { payer: Signer; town: number; numbers: readonly number[] },
): Promise<TransactionReceipt[]> {
  const { timesheets } = await contractsOf(deployment, payer).contributions.poolOf(town);
  const receipts: TransactionReceipt[] = [];
  for (const batch of inBatches(numbers, BATCH)) {
    receipts.push(await send(payer, claimHours(deployment, town, batch, Number(timesheets))));
  }
  return receipts;
}
