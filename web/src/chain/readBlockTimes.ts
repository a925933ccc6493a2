import { inParallel } from "@one-small-town/core/asking/atMost.ts";
import { readBlock } from "./readBlock.ts";
import type { TownClient } from "./System.ts";

const AT_ONCE = 8;

/** When the blocks of some logs were made, in seconds, each block asked for once. */
export async function readBlockTimes(
  client: TownClient,
  logs: readonly { blockNumber: bigint }[],
): Promise<(log: { blockNumber: bigint }) => number> {
  const numbers = [...new Set(logs.map(({ blockNumber }) => blockNumber))];
  const blocks = await inParallel(numbers, AT_ONCE, (blockNumber) => readBlock(client, blockNumber));
  const times = new Map(blocks.map(({ number, timestamp }) => [number, timestamp]));
  return ({ blockNumber }) => {
    const time = times.get(blockNumber);
    if (time === undefined) throw new Error(`The time of block ${blockNumber} was not read`);
    return time;
  };
}
