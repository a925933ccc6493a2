import type { BaseContract, DeferredTopicFilter, EventLog } from "ethers";

/** Adds one number of an event up by another of its values, for instance the amounts claimed by holder. */
export async function sumOfEvents(
  contract: BaseContract,
  filter: DeferredTopicFilter,
  key: string,
  amount: string,
): Promise<Map<string, bigint>> {
  const events = (await contract.queryFilter(filter)) as EventLog[];
  const sums = new Map<string, bigint>();
  for (const { args } of events) {
    const by = String(args[key]);
    sums.set(by, (sums.get(by) ?? 0n) + BigInt(args[amount]));
  }
  return sums;
}
