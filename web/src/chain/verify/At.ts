import type { ContractName } from "@one-small-town/core/deployment/Deployment.ts";
import type { Books } from "@one-small-town/core/verify/Books.ts";
import { questionOf } from "@one-small-town/core/verify/state/questionOf.ts";
import type { Question } from "@one-small-town/core/views/Question.ts";
import type { ReadViews } from "@one-small-town/core/views/readViews.ts";
import type { Address } from "viem";

/** Reads views of a deployment's contracts at one block. */
export type At = { addresses: Books["addresses"]; read: ReadViews; ask: ReturnType<typeof askingOf> };

/** Writes what is asked of a contract in a line, and what it must say where that is known; `at` of one of several. */
export function askingOf(addresses: Books["addresses"]) {
  return (contract: ContractName, view: string, args: readonly unknown[], must?: unknown, at?: Address): Question =>
    questionOf({ contract, view, args, must, ...(at && { at }) }, addresses);
}
