import { Interface, type InterfaceAbi, type Signer, type TransactionReceipt } from "ethers";
import type { Step } from "../../web/src/lib/steps/Step.ts";

/**
 * Sends one step and waits until it is in a block. Rejects with the node's error, of which `revertOf` knows the name,
 * when the contract refuses.
 * @param gasLimit spares an estimate where the sender knows a bound.
 */
export async function send(signer: Signer, step: Step, gasLimit?: bigint): Promise<TransactionReceipt> {
  const data = new Interface(step.abi as InterfaceAbi).encodeFunctionData(step.functionName, [...step.args]);
  const transaction = await signer.sendTransaction({ to: step.address, data, gasLimit: gasLimit ?? null });
  const receipt = await transaction.wait();
  if (receipt === null) throw new Error(`${step.functionName}: transaction ${transaction.hash} was dropped`);
  return receipt;
}
