import { profitSplitterEvents } from "@one-small-town/core/abis/profitSplitterEvents.ts";
import { getAbiItem } from "viem";
import { readPast } from "../past/readPast.ts";
import type { System } from "../System.ts";

/** The events of all profit that came in for a business, oldest first; until a block, if one is named. */
export function readDeposits(system: System, business: bigint, toBlock?: bigint) {
  return readPast(system, {
    address: system.deployment.addresses.ProfitSplitter,
    args: { business },
    event: getAbiItem({ abi: profitSplitterEvents, name: "ProfitDeposited" }),
    ...(toBlock === undefined ? {} : { toBlock }),
  });
}
