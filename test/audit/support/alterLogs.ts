import { toEventSelector } from "viem";
import type { RawLog } from "@one-small-town/core/asking/logs.ts";
import type { Alter } from "./serveChain.ts";

/** A node that does something to the events of one kind. */
export function alterLogs(signature: string, change: (log: RawLog) => RawLog[]): Alter {
  const topic = toEventSelector(signature);
  return ({ method }, answer) => {
    if (method !== "eth_getLogs") return answer;
    return (answer as RawLog[]).flatMap((log) => (log.topics[0] === topic ? change(log) : [log]));
  };
}
