type Placed = { blockNumber: bigint; logIndex: number };

/** Events of several contracts in the order of the chain. */
export function inOrder<event extends Placed>(...lists: readonly (readonly event[])[]): event[] {
  return lists
    .flat()
    .sort((a, b) =>
      a.blockNumber === b.blockNumber ? a.logIndex - b.logIndex : a.blockNumber < b.blockNumber ? -1 : 1,
    );
}
