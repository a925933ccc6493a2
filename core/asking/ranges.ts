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
