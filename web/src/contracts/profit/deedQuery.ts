import { queryOptions } from "@tanstack/react-query";
import { getBlockNumber } from "viem/actions";
import { profitSplitterAbi } from "../../lib/abis/profitSplitterAbi.ts";
import type { Deed } from "../../lib/profit/Deed.ts";
import { keyOf } from "../keyOf.ts";
import { readMany } from "../readMany.ts";
import type { System } from "../System.ts";

/** How a business divides its profit now; a sealed deed never changes again. */
export type DeedInForce = { deed: Deed; isSealed: boolean };

export function deedQuery(system: System, business: bigint) {
  return queryOptions({
    queryKey: keyOf(system, "deed", business),
    queryFn: async (): Promise<DeedInForce> => {
      const { client, deployment } = system;
      const contract = { address: deployment.addresses.ProfitSplitter, abi: profitSplitterAbi } as const;
      const [deed, isSealed] = await readMany(
        client,
        [
          { ...contract, functionName: "deedOf", args: [business] },
          { ...contract, functionName: "isSealed", args: [business] },
        ],
        await getBlockNumber(client),
      );
      return { deed, isSealed };
    },
    staleTime: 60_000,
  });
}
