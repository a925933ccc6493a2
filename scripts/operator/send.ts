import { allErrors } from "@one-small-town/core/abis/allErrors.ts";
import type { Step } from "@one-small-town/core/Step.ts";
import { type ErrorDescription, Interface, type LogDescription, type Signer, type TransactionReceipt } from "ethers";
import { interfaceOf } from "./contracts.ts";

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

/** The events of one name in a receipt, as the interface of the contract that emits them reads them. */
export function eventsOf(receipt: TransactionReceipt, contract: Interface, name: string): LogDescription[] {
  const parsed = receipt.logs.map((log) => contract.parseLog(log));
  return parsed.filter((event) => event !== null && event.name === name) as LogDescription[];
}

const errors = new Interface(allErrors);

/** The custom error with which a contract refused, or null when the failure is none of ours. */
export function revertOf(failure: unknown): ErrorDescription | null {
  const data = dataOf(failure);
  return data === undefined ? null : errorOf(data);
}

/** One of our custom errors, by its encoded form; null when it is none of ours. */
export function errorOf(data: string): ErrorDescription | null {
  return errors.parseError(data);
}

/** Nodes and libraries nest the revert data at different depths. */
function dataOf(failure: unknown): string | undefined {
  if (typeof failure !== "object" || failure === null) return undefined;
  const { data, error, cause, info } = failure as Record<"data" | "error" | "cause" | "info", unknown>;
  if (typeof data === "string" && data.startsWith("0x")) return data;
  return dataOf(data) ?? dataOf(error) ?? dataOf(cause) ?? dataOf(info);
}
