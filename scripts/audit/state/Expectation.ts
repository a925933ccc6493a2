import type { ContractName } from "@one-small-town/core/deployment/Deployment.ts";

/** What a view of a contract must say by all that happened. Of a tuple with names only those that are given count. */
export type Expectation = {
  contract: ContractName;
  view: string;
  args: readonly unknown[];
  must: unknown;
  /** The town that it is about; null where it is about all. */
  town: number | null;
};
