import { shareOfferingViews } from "@one-small-town/core/abis/shareOfferingViews.ts";
import { queryOptions } from "@tanstack/react-query";
import type { Address } from "viem";
import { getBlockNumber } from "viem/actions";
import { keyOf } from "../keys.ts";
import { readEach } from "../readEach.ts";
import { readOne } from "../readOne.ts";
import type { System } from "../System.ts";

export type OfferingEntry = { id: bigint; business: bigint; token: Address };

/** Every offering of the deployment with its business and token. */
export function offeringsQuery(system: System) {
  return queryOptions({
    queryKey: keyOf(system, "offerings"),
    queryFn: () => readOfferings(system),
  });
}

async function readOfferings({ client, deployment }: System): Promise<OfferingEntry[]> {
  const contract = { address: deployment.addresses.ShareOffering, abi: shareOfferingViews } as const;
  const blockNumber = await getBlockNumber(client);
  const count = await readOne(client, { ...contract, blockNumber, functionName: "offeringCount" });
  const ids = Array.from({ length: Number(count) }, (_, i) => BigInt(i + 1));
  const assets = await readEach(
    client,
    ids,
    (id) => [{ ...contract, functionName: "assetOf", args: [id] }],
    blockNumber,
  );
  return assets.map(([id, [{ business, token }]]) => ({ id, business, token }));
}
