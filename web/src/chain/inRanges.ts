import { type BlockRange, blocksIn, firstOf, namesLimit } from "@one-small-town/core/asking/ranges.ts";

/** With so many entries in an answer parts grow no more: viem takes 10 MB at most, some 12,000 of them. */
const ENOUGH = 4_000;

/** After so many answers in a row a node that refused a range once is asked for a longer one again. */
const PATIENCE = 16;

type Refusal = { code?: number; details?: string };

type Limit = { most: bigint | null; answers: number };

/** The longest range that each node answered after it had refused a longer one. */
const limits = new WeakMap<object, Limit>();

/**
 * Reads something of every block of a range, both ends included, part by part: `first` blocks, then twice as many as long
 * as the node answers. A part that it refuses is halved, and that is remembered for all that is read through the same
 * client.
 */
export async function inRanges<entry>(
  client: object,
  { fromBlock, toBlock }: BlockRange,
  first: bigint,
  read: (range: BlockRange) => Promise<readonly entry[]>,
): Promise<entry[]> {
  const limit = limits.get(client) ?? { most: null, answers: 0 };
  limits.set(client, limit);
  const entries: entry[] = [];
  let size = first;
  for (let from = fromBlock; from <= toBlock;) {
    if (limit.most !== null && size > limit.most) size = limit.most;
    const part = firstOf({ fromBlock: from, toBlock }, size);
    try {
      const found = await read(part);
      for (const entry of found) entries.push(entry);
      from = part.toBlock + 1n;
      if (found.length < ENOUGH) size *= 2n;
      if (found.length > 2 * ENOUGH) size = (size + 1n) / 2n;
      if (limit.most !== null && ++limit.answers % PATIENCE === 0) limit.most *= 2n;
    } catch (error) {
      if (blocksIn(part) === 1n || !(isRangeRefused(error) || isTooLarge(error))) throw error;
      size = blocksIn(part) / 2n;
      if (isTooLarge(error)) continue; // of this place, not of the node
      limit.most = limit.most === null || size < limit.most ? size : limit.most;
      limit.answers = 0;
    }
  }
  return entries;
}

function isRangeRefused(error: unknown): boolean {
  const { code, details, cause } = error as Refusal & { cause?: Refusal };
  const said: Refusal[] = [{ code, details }, { ...cause }];
  return said.some((each) => each.code !== undefined && namesLimit(each.code, each.details));
}

function isTooLarge(error: unknown): boolean {
  const { name, cause } = error as Error;
  return name === "ResponseBodyTooLargeError" || (cause as Error | undefined)?.name === "ResponseBodyTooLargeError";
}
