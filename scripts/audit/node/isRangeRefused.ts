import type { Request } from "./Ask.ts";
import type { LogFilter } from "./LogFilter.ts";
import { Refusal } from "./Refusal.ts";

/** JSON-RPC's code for a limit, of whatever kind. */
const LIMIT = -32005;

/** Nodes word it in many ways: too many blocks, too many results, response too large. */
const WORDS = /range|too (many|large|big|wide)|more than \d|limit|max|size|exceed/i;

/** Whether a node refuses to look through so many blocks, or to hand out so many events, at once. */
export function isRangeRefused({ method, params }: Request, error: unknown): boolean {
  if (method !== "eth_getLogs" || !(error instanceof Refusal)) return false;
  const [{ fromBlock, toBlock }] = params as [LogFilter];
  if (fromBlock === toBlock) return false;
  if (/rate|second|too many requests/i.test(error.message)) return false;
  return error.code === LIMIT || WORDS.test(error.message);
}
