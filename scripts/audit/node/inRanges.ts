import { type BlockRange, blocksIn, halvesOf, namesLimit, partsOf } from "@one-small-town/core/asking/ranges.ts";
import { numberToHex } from "viem";
import { type Ask, Refusal, type Request } from "./Ask.ts";
import type { LogFilter } from "./logs.ts";

/** As many blocks as most nodes look through at once. */
const BLOCKS_AT_ONCE = 10_000n;

/**
 * Asks for events of many blocks in as many parts as the node wants: a range that it refuses is halved. The same ranges
 * result every time, so that what was answered once need not be asked again.
 */
export function inRanges(ask: Ask): Ask {
  const inHalves = halving(ask);
  return async (request) => {
    if (request.method !== "eth_getLogs") return ask(request);
    const [filter] = request.params as [LogFilter];
    const [first, ...others] = partsOf(rangeOf(filter), BLOCKS_AT_ONCE);
    if (first === undefined) return [];
    const read = (range: BlockRange) => inHalves(filter, range);
    // From the first is learned how many blocks the node looks through at once.
    return [await read(first), ...(await Promise.all(others.map(read)))].flat();
  };
}

function halving(ask: Ask): (filter: LogFilter, range: BlockRange) => Promise<unknown[]> {
  let refused: bigint | number = Number.POSITIVE_INFINITY;
  const read = async (filter: LogFilter, range: BlockRange): Promise<unknown[]> => {
    const request: Request = { method: "eth_getLogs", params: [within(filter, range)] };
    const blocks = blocksIn(range);
    const [before, after] = halvesOf(range);
    if (blocks > 1n && blocks >= refused)
      return (await Promise.all([read(filter, before), read(filter, after)])).flat();
    try {
      return (await ask(request)) as unknown[];
    } catch (error) {
      if (!isRangeRefused(request, error)) throw error;
      if (countsBlocks(error as Error) && blocks < refused) refused = blocks;
      return [await read(filter, before), await read(filter, after)].flat();
    }
  };
  return read;
}

/** A node that counts results refuses some ranges, and answers longer ones. */
function countsBlocks({ message }: Error): boolean {
  return /block|range/i.test(message) && !/result|response|logs returned|size|event/i.test(message);
}

/** Whether a node refuses to look through so many blocks, or to hand out so many events, at once. */
export function isRangeRefused({ method, params }: Request, error: unknown): boolean {
  if (method !== "eth_getLogs" || !(error instanceof Refusal)) return false;
  const [{ fromBlock, toBlock }] = params as [LogFilter];
  if (fromBlock === toBlock || /rate|second|too many requests/i.test(error.message)) return false;
  return namesLimit(error.code, error.message);
}

function rangeOf({ fromBlock, toBlock }: LogFilter): BlockRange {
  return { fromBlock: BigInt(fromBlock), toBlock: BigInt(toBlock) };
}

function within(filter: LogFilter, { fromBlock, toBlock }: BlockRange): LogFilter {
  return { ...filter, fromBlock: numberToHex(fromBlock), toBlock: numberToHex(toBlock) };
}
