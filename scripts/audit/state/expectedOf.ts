import type { ContractName } from "@one-small-town/core/deployment/Deployment.ts";
import type { Expectation } from "./Expectation.ts";

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
