import { queryOptions } from "@tanstack/react-query";
import type { Address } from "viem";
import { keyOf } from "../keys.ts";
import type { System } from "../System.ts";

/** A member number whose rewards are paid to a wallet, beside that of its person's present home. */
export type FormerNumber = {
  town: number;
  number: number;
  /** Whether it was of somebody who died. */
  inherited: boolean;
};

/** The numbers that a wallet has of earlier homes, and of those it inherited from. */
export function formerNumbersQuery(system: System, wallet: Address) {
  return queryOptions({
    queryKey: keyOf(system, "formerNumbers", wallet),
    queryFn: async () => (await import("./readFormerNumbers.ts")).readFormerNumbers(system, wallet),
  });
}
