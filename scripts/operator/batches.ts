import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { claimBatches } from "@one-small-town/core/hours/claimBatches.ts";
import { claimHours } from "@one-small-town/core/hours/steps.ts";
import { inBatches } from "@one-small-town/core/inBatches.ts";
import { type Attestation, attestResidents } from "@one-small-town/core/members/steps.ts";
import { refundHolders } from "@one-small-town/core/shares/holderSteps.ts";
import type { LogDescription, Signer, TransactionReceipt } from "ethers";
import type { Address } from "viem";
import { contractsOf } from "./contracts.ts";
import { errorOf, eventsOf, send } from "./send.ts";

/** At about 75,000 gas a person this stays below the 16,777,216 gas that one transaction may use (EIP-7825). */
export const MOST_PEOPLE = 150;

/**
 * A registrar attests residents, in order, so that member numbers follow it. Rejects when somebody was skipped, with who
 * and why: those before and after them are attested all the same.
 */
export async function attestInBatches(
  deployment: Deployment,
  { registrar, town, attestations }: { registrar: Signer; town: number; attestations: readonly Attestation[] },
): Promise<void> {
  const { memberRegistry } = contractsOf(deployment, registrar);
  const skipped: LogDescription[] = [];
  for (const batch of inBatches(attestations, MOST_PEOPLE)) {
    const receipt = await send(registrar, attestResidents(deployment, town, batch));
    skipped.push(...eventsOf(receipt, memberRegistry.interface, "AttestationSkipped"));
  }
  if (skipped.length > 0) throw new Error(`Not attested: ${skipped.map(whyOf).join("; ")}`);
}

function whyOf({ args }: LogDescription): string {
  return `${args.wallet as string} (${errorOf(args.problem as string)?.name ?? "for an unknown reason"})`;
}

/** Pays members everything that is finalised, in batches; anyone may, and each is paid at their own wallet. */
export async function claimForMembers(
  deployment: Deployment,
  { payer, town, numbers }: { payer: Signer; town: number; numbers: readonly number[] },
): Promise<TransactionReceipt[]> {
  const { timesheets } = await contractsOf(deployment, payer).contributions.poolOf(town);
  const receipts: TransactionReceipt[] = [];
  for (const batch of claimBatches(numbers, Number(timesheets))) {
    receipts.push(await send(payer, claimHours(deployment, town, batch, Number(timesheets))));
  }
  return receipts;
}

export const MOST_HOLDERS = 150;

/** Pays the holders of a failed offering back, in batches; anyone may. */
export async function refundInBatches(
  deployment: Deployment,
  { payer, offering, holders }: { payer: Signer; offering: bigint; holders: readonly Address[] },
): Promise<TransactionReceipt[]> {
  const receipts: TransactionReceipt[] = [];
  for (const batch of inBatches(holders, MOST_HOLDERS)) {
    receipts.push(await send(payer, refundHolders(deployment, offering, batch)));
  }
  return receipts;
}
