import { queryOptions } from "@tanstack/react-query";
import { type Address, getAbiItem } from "viem";
import { getBlockNumber } from "viem/actions";
import { shareOfferingAbi } from "@one-small-town/core/abis/shareOfferingAbi.ts";
import { keyOf } from "../keys.ts";
import { readLogs } from "../readLogs.ts";
import type { System } from "../System.ts";

export type OfferingEntry = { id: bigint; business: bigint; token: Address };

/** Every offering of the deployment with its business and token, from the events of their approvals. */
export function offeringsQuery(system: System) {
  return queryOptions({
    queryKey: keyOf(system, "offerings"),
    queryFn: async (): Promise<OfferingEntry[]> => {
      const logs = await readLogs(system.client, {
        address: system.deployment.addresses.ShareOffering,
        event: getAbiItem({ abi: shareOfferingAbi, name: "OfferingApproved" }),
        fromBlock: BigInt(system.deployment.startBlock),
        toBlock: await getBlockNumber(system.client),
      });
      return logs.map(({ args }) => ({ id: args.offering, business: args.business, token: args.token }));
    },
  });
}
