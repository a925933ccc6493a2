import { numberToHex } from "viem";
import { type Ask, isDivisible } from "./Ask.ts";
import { inParallel } from "./atMost.ts";
import { kindOf, refusalIn } from "./kindOf.ts";
import type { LogFilter } from "./logs.ts";
import { type BlockRange, blocksIn, firstOf, partsOf } from "./ranges.ts";

/** With so many entries in an answer parts grow no more: a page has to hold them as the node wrote them. */
const ENOUGH = 4_000;

/** Milliseconds after which a node that refused a range is asked for a longer one again. */
const GROWS_AFTER = 60_000;

type Limit = { most: bigint | null; since: number };

/** The longest range that each node is asked for after it had refused a longer one. */
const limits = new WeakMap<object, Limit>();

/**
 * Reads something of every block of a range, both ends included, part by part: `first` blocks, then twice as many as long
 * as the node answers. A part that it refuses, or does not answer in time, is halved; what that says of the node is
 * remembered for all that is read through the same `node`. Throws every other error, and that of a single block.
 */
export async function inRanges<entry>(
  node: object,
  { fromBlock, toBlock }: BlockRange,
  first: bigint,
  read: (range: BlockRange) => Promise<readonly entry[]>,
): Promise<entry[]> {
  const limit = limits.get(node) ?? { most: null, since: 0 };
  limits.set(node, limit);
  const entries: entry[] = [];
  let size = first;
  for (let from = fromBlock; from <= toBlock;) {
    grow(limit);
    if (limit.most !== null && size > limit.most) size = limit.most;
    const part = firstOf({ fromBlock: from, toBlock }, size);
    try {
      const found = await read(part);
      for (const entry of found) entries.push(entry);
      from = part.toBlock + 1n;
      if (found.length < ENOUGH) size *= 2n;
      if (found.length > 2 * ENOUGH && size > 1n) size /= 2n;
    } catch (error) {
      const refusal = refusalIn(error);
      if (refusal === null || kindOf(refusal) !== "less" || blocksIn(part) === 1n) throw error;
      size = blocksIn(part) / 2n;
      if (!countsBlocks(refusal.message)) continue; // there is much in this place alone
      if (limit.most === null || size < limit.most) limit.most = size;
      limit.since = Date.now();
    }
  }
  return entries;
}

function grow(limit: Limit): void {
  if (limit.most === null || Date.now() - limit.since < GROWS_AFTER) return;
  limit.most *= 2n;
  limit.since = Date.now();
}

/** A node that counts results, bytes or time refuses some ranges, and answers longer ones. */
function countsBlocks(words: string): boolean {
  return !/result|response|answer|logs (returned|matched)|size|event|time|deadline|cancel/i.test(words);
}

/** As many blocks as most nodes look through at once. */
const BLOCKS_AT_ONCE = 10_000n;

const PARTS_AT_ONCE = 8;

/** Asks for events of many blocks in as many parts as the node wants, and puts them together. */
export function dividing(ask: Ask): Ask {
  return async (request) => {
    if (!isDivisible(request)) return ask(request);
    const [filter] = request.params as [LogFilter];
    const range = { fromBlock: BigInt(filter.fromBlock), toBlock: BigInt(filter.toBlock) };
    const [first, ...others] = partsOf(range, BLOCKS_AT_ONCE);
    if (first === undefined) return [];
    const read = (part: BlockRange) =>
      inRanges(ask, part, BLOCKS_AT_ONCE, async ({ fromBlock, toBlock }) => {
        const within: LogFilter = { ...filter, fromBlock: numberToHex(fromBlock), toBlock: numberToHex(toBlock) };
        return (await ask({ ...request, params: [within] })) as unknown[];
      });
    // From the first is learned how many blocks the node looks through at once.
    return [await read(first), ...(await inParallel(others, PARTS_AT_ONCE, read))].flat();
  };
}
