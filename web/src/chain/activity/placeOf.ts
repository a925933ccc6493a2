import type { Hex } from "viem";
import type { Place } from "@one-small-town/core/activity/Activity.ts";

/** Where a log stands on the chain. */
export function placeOf(log: { blockNumber: bigint; logIndex: number; transactionHash: Hex }): Place {
  return { block: log.blockNumber, index: log.logIndex, hash: log.transactionHash };
}
