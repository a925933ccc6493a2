import type { Ask, Request } from "./Ask.ts";
import { isRangeRefused } from "./isRangeRefused.ts";
import type { LogFilter } from "./LogFilter.ts";

/** As many blocks as most nodes look through at once. */
const BLOCKS_AT_ONCE = 10_000n;

type Range = { from: bigint; to: bigint };
type Read = (filter: LogFilter) => Promise<unknown[]>;

/**
 * Asks for events of many blocks in as many parts as the node wants: a range that it refuses is halved. The same ranges
 * result every time, so that what was answered once need not be asked again.
 */
export function inRanges(ask: Ask): Ask {
  const inHalves = halving(ask);
  return async (request) => {
    if (request.method !== "eth_getLogs") return ask(request);
    const [filter] = request.params as [LogFilter];
    const [first, ...others] = rangesOf({ from: BigInt(filter.fromBlock), to: BigInt(filter.toBlock) });
    if (first === undefined) return [];
    const read = (range: Range) => inHalves(within(filter, range));
    // From the first is learned how many blocks the node looks through at once.
    return [await read(first), ...(await Promise.all(others.map(read)))].flat();
  };
}

function halving(ask: Ask): Read {
  let refused = Number.POSITIVE_INFINITY;
  const read: Read = async (filter) => {
    const request: Request = { method: "eth_getLogs", params: [filter] };
    const [from, to] = [BigInt(filter.fromBlock), BigInt(filter.toBlock)];
    const length = Number(to - from) + 1;
    const before = within(filter, { from, to: (from + to) / 2n });
    const after = within(filter, { from: (from + to) / 2n + 1n, to });
    if (length > 1 && length >= refused) return (await Promise.all([read(before), read(after)])).flat();
    try {
      return (await ask(request)) as unknown[];
    } catch (error) {
      if (!isRangeRefused(request, error)) throw error;
      if (countsBlocks(error as Error)) refused = Math.min(refused, length);
      return [await read(before), await read(after)].flat();
    }
  };
  return read;
}

/** A node that counts results refuses some ranges, and answers longer ones. */
function countsBlocks({ message }: Error): boolean {
  return /block|range/i.test(message) && !/result|response|logs returned|size|event/i.test(message);
}

function rangesOf({ from, to }: Range): Range[] {
  const count = to < from ? 0 : Number((to - from) / BLOCKS_AT_ONCE) + 1;
  return Array.from({ length: count }, (_, i) => {
    const begin = from + BigInt(i) * BLOCKS_AT_ONCE;
    const end = begin + BLOCKS_AT_ONCE - 1n;
    return { from: begin, to: end < to ? end : to };
  });
}

function within(filter: LogFilter, { from, to }: Range): LogFilter {
  return { ...filter, fromBlock: `0x${from.toString(16)}`, toBlock: `0x${to.toString(16)}` };
}
