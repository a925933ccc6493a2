import { numberToHex } from "viem";
import type { RawLog } from "../decodeEvents.ts";
import type { Told } from "./Record.ts";

/** An event of a history as a node writes it. */
export function logOf({ address, topics, data, block, time, transaction, log }: Told): RawLog {
  return {
    address,
    topics,
    data,
    blockNumber: numberToHex(block),
    blockTimestamp: numberToHex(time),
    logIndex: numberToHex(log),
    transactionIndex: numberToHex(transaction),
    transactionHash: null,
  };
}
