import { inParallel } from "@one-small-town/core/asking/atMost.ts";
import { keptOr } from "./kept.ts";
import { readBlock } from "./readBlock.ts";
import type { System } from "./System.ts";

const AT_ONCE = 8;

/** No chain takes a block back that is so many seconds old. */
const SETTLED = 3_600;

/** When the blocks of some logs were made, in seconds. */
export async function readBlockTimes(
  system: System,
  logs: readonly { blockNumber: bigint }[],
): Promise<(log: { blockNumber: bigint }) => number> {
  const blocks = [...new Set(logs.map(({ blockNumber }) => blockNumber))];
  const read = await inParallel(blocks, AT_ONCE, async (block) => [block, await readBlockTime(system, block)] as const);
  const times = new Map(read);
  return ({ blockNumber }) => {
    const time = times.get(blockNumber);
    if (time === undefined) throw new Error(`The time of block ${blockNumber} was not read`);
    return time;
  };
}

/** When a block was made, in seconds: as it was said with its events, or kept on this device, or else asked for. */
export async function readBlockTime(system: System, block: bigint): Promise<number> {
  const told = system.client.times?.get(block) ?? 0;
  if (told > 0) return told;
  const read = async () => (await readBlock(system.client, block)).timestamp;
  return keptOr(system, `time ${block}`, read, (time) => time < Date.now() / 1000 - SETTLED);
}
