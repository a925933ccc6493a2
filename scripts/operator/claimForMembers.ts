import type { Signer, TransactionReceipt } from "ethers";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { claimHours } from "@one-small-town/core/hours/steps.ts";
import { contractsOf } from "./contractsOf.ts";
import { inBatches } from "./inBatches.ts";
import { send } from "./send.ts";

const MOST_MEMBERS = 200;
const GAS = 15_000_000; // one transaction may use 16,777,216 (EIP-7825)

/** How many members fit one transaction when none has claimed yet: measured, and rounded up. */
function batchSize(timesheets: number): number {
  const [perTimesheet, perMember, perMemberAndTimesheet] = [5_000, 60_000, 1_000];
  const fitting = (GAS - perTimesheet * timesheets) / (perMember + perMemberAndTimesheet * timesheets);
  return Math.max(1, Math.min(MOST_MEMBERS, Math.floor(fitting)));
}

/** Pays members everything that is finalised, in batches; anyone may, and each is paid at their own wallet. */
export async function claimForMembers(
  deployment: Deployment,
  { payer, town, numbers }: { payer: Signer; town: number; numbers: readonly number[] },
): Promise<TransactionReceipt[]> {
  const { timesheets } = await contractsOf(deployment, payer).contributions.poolOf(town);
  const receipts: TransactionReceipt[] = [];
  for (const batch of inBatches(numbers, batchSize(Number(timesheets)))) {
    receipts.push(await send(payer, claimHours(deployment, town, batch, Number(timesheets))));
  }
  return receipts;
}
