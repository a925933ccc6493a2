import type { RawLog } from "../asking/logs.ts";
import { lower } from "./file/Family.ts";
import type { Told } from "./file/Record.ts";

const FIELDS = ["address", "topics", "data", "transaction", "time"] as const;

/** What of an event is otherwise: that it is there at all, or one of its fields. */
export type Difference = {
  block: number;
  log: number;
  what: "omitted" | "invented" | (typeof FIELDS)[number];
};

/** Where a history and the chain tell otherwise, in the order of the chain; times only where both of them say one. */
export function differencesOf(history: readonly Told[], chain: readonly Told[]): Difference[] {
  const known = new Map(history.map((event) => [placeOf(event), event]));
  const differences: Difference[] = [];
  for (const event of chain) {
    const { block, log } = event;
    const own = known.get(placeOf(event));
    known.delete(placeOf(event));
    const what = own === undefined ? "omitted" : FIELDS.find((field) => isOther(field, own, event));
    if (what !== undefined) differences.push({ block, log, what });
  }
  for (const { block, log } of known.values()) differences.push({ block, log, what: "invented" });
  return differences.sort((one, other) => one.block - other.block || one.log - other.log);
}

function isOther(field: (typeof FIELDS)[number], own: Told, event: Told): boolean {
  if (field === "time" && event.time === 0) return false;
  return String(own[field]) !== String(event[field]);
}

/** Names an event, by its place in the chain. */
function placeOf({ block, log }: Told): string {
  return `${block}/${log}`;
}

/** An event as a node hands it out, without its hashes; its time is 0 where the node does not say it. */
export function toldOf(log: Omit<RawLog, "blockHash" | "transactionHash">): Told {
  return {
    address: lower(log.address),
    topics: log.topics,
    data: log.data,
    block: Number(log.blockNumber),
    time: Number(log.blockTimestamp ?? 0),
    transaction: Number(log.transactionIndex),
    log: Number(log.logIndex),
  };
}
