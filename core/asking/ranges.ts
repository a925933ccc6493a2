/** From one block to another, both included. */
export type BlockRange = { fromBlock: bigint; toBlock: bigint };

export function blocksIn({ fromBlock, toBlock }: BlockRange): bigint {
  return toBlock - fromBlock + 1n;
}

/** The first so many blocks of a range, or all of a shorter one. */
export function firstOf({ fromBlock, toBlock }: BlockRange, blocks: bigint): BlockRange {
  const end = fromBlock + blocks - 1n;
  return { fromBlock, toBlock: end < toBlock ? end : toBlock };
}

/** A range in parts of so many blocks, of which the last may be shorter. */
export function partsOf({ fromBlock, toBlock }: BlockRange, blocks: bigint): BlockRange[] {
  const count = toBlock < fromBlock ? 0 : Number((toBlock - fromBlock) / blocks) + 1;
  return Array.from({ length: count }, (_, i) =>
    firstOf({ fromBlock: fromBlock + BigInt(i) * blocks, toBlock }, blocks),
  );
}

/** A range of several blocks in two parts. */
export function halvesOf({ fromBlock, toBlock }: BlockRange): [BlockRange, BlockRange] {
  const middle = (fromBlock + toBlock) / 2n;
  return [
    { fromBlock, toBlock: middle },
    { fromBlock: middle + 1n, toBlock },
  ];
}

/** JSON-RPC's code for a limit, of whatever kind. */
export const LIMIT_EXCEEDED = -32_005;

/** Nodes word it in many ways: too many blocks, too many results, response too large. */
const LIMITS = /range|too (many|large|big|wide)|more than \d|limit|max|size|exceed/i;

/** Whether what a node says to a question for events can mean that it wants to be asked for fewer blocks. */
export function namesLimit(code: number, words = ""): boolean {
  return code === LIMIT_EXCEEDED || LIMITS.test(words);
}
