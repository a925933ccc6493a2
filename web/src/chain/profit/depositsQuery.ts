import { profitSplitterEvents } from "@one-small-town/core/abis/profitSplitterEvents.ts";
import { queryOptions } from "@tanstack/react-query";
import { getAbiItem } from "viem";
import { getBlockNumber } from "viem/actions";
import { keyOf } from "../keys.ts";
import { readLogs } from "../readLogs.ts";
import type { System } from "../System.ts";
import { type Deposit, toDeposit } from "./Deposit.ts";

/** All profit that a business has deposited, oldest first. */
export function depositsQuery(system: System, business: bigint) {
  return queryOptions({
    queryKey: keyOf(system, "deposits", business),
    queryFn: async (): Promise<Deposit[]> => {
      const logs = await readLogs(system.client, {
        address: system.deployment.addresses.ProfitSplitter,
        args: { business },
        event: getAbiItem({ abi: profitSplitterEvents, name: "ProfitDeposited" }),
        fromBlock: BigInt(system.deployment.startBlock),
        toBlock: await getBlockNumber(system.client),
      });
      return logs.map(({ args }) => toDeposit(args));
    },
  });
}
