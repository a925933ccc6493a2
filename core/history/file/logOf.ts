import { hexOf } from "../../hex.ts";
import type { RawLog } from "../decodeEvents.ts";
import type { Told } from "./Record.ts";

/** An event of a history as a node writes it. */
export function logOf({ address, topics, data, block, time, transaction, log }: Told): RawLog {
  return {
    address,
    topics,
    data,
    blockNumber: hexOf(block),
    blockTimestamp: hexOf(time),
    logIndex: hexOf(log),
    transactionIndex: hexOf(transaction),
    transactionHash: null,
  };
}
