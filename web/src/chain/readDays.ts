import { readBlockTimes } from "./readBlockTimes.ts";
import type { System } from "./System.ts";

const DAY = 86_400;

/** Of blocks in their order, which is the first and which the last. */
type Span = readonly [from: number, to: number];

/**
 * A moment (seconds) of the day, in UTC, on which the block of each log was made. Times rise with the blocks, so that only
 * blocks around the ends of days are asked for: of ten thousand that somebody filled in a day, two.
 */
export async function readDays(
  system: System,
  logs: readonly { blockNumber: bigint }[],
): Promise<(log: { blockNumber: bigint }) => number> {
  const blocks = [...new Set(logs.map(({ blockNumber }) => blockNumber))].sort((one, other) => Number(one - other));
  const times = new Map<bigint, number>();
  const timeAt = (i: number) => times.get(blocks[i] ?? 0n) ?? 0;
  let spans: Span[] = blocks.length === 0 ? [] : [[0, blocks.length - 1]];
  let asked = [...new Set(spans.flat())];
  while (asked.length > 0) {
    const some = asked.map((i) => ({ blockNumber: blocks[i] ?? 0n }));
    const timeOf = await readBlockTimes(system, some);
    for (const log of some) times.set(log.blockNumber, timeOf(log));
    const [open, closed] = parted(spans, ([from, to]) => dayOf(timeAt(from)) !== dayOf(timeAt(to)));
    for (const [from, to] of closed) for (let i = from + 1; i < to; i++) times.set(blocks[i] ?? 0n, timeAt(from));
    const halves = open
      .filter(([from, to]) => to - from > 1)
      .map(([from, to]) => [from, (from + to) >> 1, to] as const);
    asked = halves.map(([, middle]) => middle);
    spans = halves.flatMap(([from, middle, to]) => [[from, middle] as const, [middle, to] as const]);
  }
  return ({ blockNumber }) => times.get(blockNumber) ?? 0;
}

function dayOf(time: number): number {
  return Math.floor(time / DAY);
}

/** Those of which something is true, and the others. */
function parted<item>(items: readonly item[], isTrue: (item: item) => boolean): [item[], item[]] {
  const [some, others]: [item[], item[]] = [[], []];
  for (const item of items) (isTrue(item) ? some : others).push(item);
  return [some, others];
}
