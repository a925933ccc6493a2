import type { Interface, LogDescription, TransactionReceipt } from "ethers";

/** The events of one name in a receipt, as the interface of the contract that emits them reads them. */
export function eventsOf(receipt: TransactionReceipt, contract: Interface, name: string): LogDescription[] {
  const parsed = receipt.logs.map((log) => contract.parseLog(log));
  return parsed.filter((event) => event !== null && event.name === name) as LogDescription[];
}
