import type { Request } from "./Ask.ts";
import { describeView } from "./describeView.ts";
import type { LogFilter } from "./LogFilter.ts";
import { viewsIn } from "./viewsIn.ts";

/** A question to a node, in words. */
export function describeRequest(request: Request): string {
  const { method, params = [] } = request;
  const [first] = params as [unknown];
  if (method === "eth_getLogs") {
    const { fromBlock, toBlock } = first as LogFilter;
    return `events of blocks ${BigInt(fromBlock)} to ${BigInt(toBlock)}`;
  }
  if (method === "eth_getCode") return `code at ${String(first)}`;
  if (method === "eth_getBlockByNumber") {
    return String(first).startsWith("0x") ? `block ${BigInt(String(first))}` : `the ${String(first)} block`;
  }
  const [view, ...others] = viewsIn(request);
  if (view === undefined) return method;
  return others.length === 0 ? describeView(view) : `${describeView(view)} and ${others.length} other views`;
}
