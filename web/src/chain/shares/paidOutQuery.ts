import { queryOptions } from "@tanstack/react-query";
import type { Address } from "viem";
import { investorTokenViews } from "@one-small-town/core/abis/investorTokenViews.ts";
import { keyOf } from "../keys.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";

/** All that a business ever paid to those who hold its shares, claimed or not; in units of its currency. */
export function paidOutQuery(system: System, token: Address) {
  return queryOptions({
    queryKey: keyOf(system, "paidOut", token),
    queryFn: async () => {
      const ledger = { address: token, abi: investorTokenViews, functionName: "ledger" } as const;
      const [{ perShare, supply, remainder }] = await readNow(system, [ledger]);
      return perShare * BigInt(supply) + BigInt(remainder);
    },
  });
}
