import type { LogFilter } from "./LogFilter.ts";
import type { RawLog } from "./RawLog.ts";

/** Whether an event is one of those asked for. */
export function fitsFilter(log: RawLog, { address, topics = [], fromBlock, toBlock }: LogFilter): boolean {
  const block = BigInt(log.blockNumber);
  return (
    block >= BigInt(fromBlock) &&
    block <= BigInt(toBlock) &&
    isOneOf(log.address, address) &&
    topics.every((topic, i) => isOneOf(log.topics[i], topic))
  );
}

function isOneOf(value: string | undefined, wanted: string | readonly string[] | null | undefined): boolean {
  if (wanted === null || wanted === undefined) return true;
  const all = typeof wanted === "string" ? [wanted] : wanted;
  return all.some((one) => one.toLowerCase() === value?.toLowerCase());
}
