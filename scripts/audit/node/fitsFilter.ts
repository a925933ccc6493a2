import type { LogFilter, RawLog } from "@one-small-town/core/asking/logs.ts";

/** Tells events that were asked for from others. Addresses and topics of events are in small letters. */
export function fitsFilter({ address, topics = [], fromBlock, toBlock }: LogFilter): (log: RawLog) => boolean {
  const [from, to] = [Number(fromBlock), Number(toBlock)];
  const addresses = setOf(address);
  const wanted = topics.map(setOf);
  return (log) => {
    const block = Number(log.blockNumber);
    if (block < from || block > to || addresses?.has(log.address) === false) return false;
    return wanted.every((topic, i) => topic === null || topic.has(log.topics[i] ?? ""));
  };
}

/** Null where anything will do. */
function setOf(values: string | readonly string[] | null | undefined): Set<string> | null {
  if (values === null || values === undefined) return null;
  return new Set((typeof values === "string" ? [values] : values).map((value) => value.toLowerCase()));
}
