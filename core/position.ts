/** Where something stands in the chain's order. */
export type Position = { blockNumber: bigint; logIndex: number };

/** Names the transaction that something happened in: by its block, and its place there. */
export function transactionOf({ blockNumber, transactionIndex }: { blockNumber: bigint; transactionIndex: number }) {
  return `${blockNumber}/${transactionIndex}`;
}

export function isBefore(one: Position, other: Position): boolean {
  return compare(one, other) < 0;
}

/** Events of several contracts in the order of the chain. */
export function inOrder<event extends Position>(...lists: readonly (readonly event[])[]): event[] {
  return lists.flat().sort(compare);
}

/** The newest first; within a block, what came last in it. */
export function newestFirst<event extends Position>(events: readonly event[]): event[] {
  return events.toSorted((one, other) => compare(other, one));
}

function compare(one: Position, other: Position): number {
  if (one.blockNumber !== other.blockNumber) return one.blockNumber < other.blockNumber ? -1 : 1;
  return one.logIndex - other.logIndex;
}
