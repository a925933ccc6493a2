import type { Address } from "viem";
import type { ContractName } from "../../deployment/Deployment.ts";

/** What a view of a contract must say by all that happened. Of a tuple with names only those that are given count. */
export type Expectation = {
  contract: ContractName;
  /** Where it is, of one that there are several of. */
  at?: Address;
  view: string;
  args: readonly unknown[];
  must: unknown;
  /** The whole answer as it most likely is, where only a part of it is certain: then one hash proves that of many. */
  likely?: unknown;
  /** The town that it is about; null where it is about all. */
  town: number | null;
};

/** Writes what one contract must say in a line: the view, what it is asked, what it must answer, and of which town. */
export function expectedOf(contract: ContractName) {
  return (view: string, args: readonly unknown[], must: unknown, town: number | null = null): Expectation => ({
    contract,
    view,
    args,
    must,
    town,
  });
}

/** What is kept for each, of amounts that came and, below zero, went; nothing is kept of what came at once. */
export function keptBy<who>(changes: readonly { who: who; amount: bigint }[]): Map<who, bigint> {
  const kept = new Map<who, bigint>();
  for (const { who, amount } of changes) kept.set(who, (kept.get(who) ?? 0n) + amount);
  return kept;
}
