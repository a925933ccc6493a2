import type { Request } from "@one-small-town/core/asking/Ask.ts";
import type { LogFilter, RawLog } from "@one-small-town/core/asking/logs.ts";
import { fitsFilter } from "./fitsFilter.ts";

/** What is false in an answer whatever happened on the chain; undefined where nothing is. */
export function falsehoodIn({ method, params }: Request, answer: unknown): string | undefined {
  const [first] = params as [unknown];
  if (method === "eth_getLogs") return falsehoodInLogs(first as LogFilter, answer);
  if (method === "eth_getBlockByNumber") return falsehoodInBlock(first as string, answer as { number?: string });
  if (method === "eth_getTransactionByHash") return falsehoodInTransaction(first as string, answer);
  return typeof answer === "string" ? undefined : `answered ${JSON.stringify(answer)}`;
}

function falsehoodInLogs(filter: LogFilter, answer: unknown): string | undefined {
  if (!Array.isArray(answer)) return `answered ${JSON.stringify(answer)} instead of events`;
  const fits = fitsFilter(filter);
  const seen = new Set<string>();
  for (const log of answer as RawLog[]) {
    if (!fits(log)) return `gave ${nameOf(log)}, which was not asked for`;
    const place = `${log.blockNumber} ${log.logIndex}`;
    if (seen.has(place)) return `gave ${nameOf(log)} twice`;
    seen.add(place);
  }
  return undefined;
}

function nameOf({ logIndex, blockNumber }: RawLog): string {
  return `event ${BigInt(logIndex)} of block ${BigInt(blockNumber)}`;
}

function falsehoodInBlock(asked: string, block: { number?: string }): string | undefined {
  if (!asked.startsWith("0x") || block.number === asked) return undefined;
  return `gave block ${BigInt(block.number ?? 0)} instead`;
}

/** A node may have forgotten a transaction. */
function falsehoodInTransaction(asked: string, answer: unknown): string | undefined {
  const { hash } = (answer ?? { hash: asked.toLowerCase() }) as { hash?: string };
  return hash === asked.toLowerCase() ? undefined : `gave transaction ${hash} instead`;
}
