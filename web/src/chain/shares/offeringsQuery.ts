import { shareOfferingViews } from "@one-small-town/core/abis/shareOfferingViews.ts";
import { queryOptions } from "@tanstack/react-query";
import type { Address } from "viem";
import { keyOf } from "../keys.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";
import { readAsset } from "./readAsset.ts";

export type OfferingEntry = { id: bigint; business: bigint; token: Address };

/** Every offering of the deployment with its business and token. */
export function offeringsQuery(system: System) {
  return queryOptions({
    queryKey: keyOf(system, "offerings"),
    queryFn: () => readOfferings(system),
    staleTime: 60_000,
  });
}

async function readOfferings(system: System): Promise<OfferingEntry[]> {
  const { ShareOffering: address } = system.deployment.addresses;
  const [count] = await readNow(system, [{ address, abi: shareOfferingViews, functionName: "offeringCount" }]);
  const ids = Array.from({ length: Number(count) }, (_, i) => BigInt(i + 1));
  return Promise.all(
    ids.map(async (id) => {
      const { business, token } = await readAsset(system, id);
      return { id, business, token };
    }),
  );
}
