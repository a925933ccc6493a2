/** From one block to another, both included. */
export type BlockRange = { fromBlock: bigint; toBlock: bigint };
