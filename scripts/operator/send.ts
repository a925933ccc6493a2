import type { Signer, TransactionReceipt } from "ethers";
import type { Step } from "@one-small-town/core/Step.ts";
import { interfaceOf } from "./interfaceOf.ts";

/**
 * Sends one step and waits until it is in a block. Rejects with the node's error, of which `revertOf` knows the name,
 * when the contract refuses.
 * @param gasLimit spares an estimate where the sender knows a bound.
 */
export async function send(signer: Signer, step: Step, gasLimit?: bigint): Promise<TransactionReceipt> {
  const data = interfaceOf(step.abi).encodeFunctionData(step.functionName, [...step.args]);
  const transaction = await signer.sendTransaction({ to: step.address, data, gasLimit: gasLimit ?? null });
  const receipt = await transaction.wait();
  if (receipt === null) throw new Error(`${step.functionName}: transaction ${transaction.hash} was dropped`);
  return receipt;
}
