import type { BlockRange } from "@one-small-town/core/asking/ranges.ts";
import type { HistoryIndex } from "@one-small-town/core/history/file/HistoryIndex.ts";
import type { TownClient } from "../System.ts";
import type { DeviceStore } from "./DeviceStore.ts";
import type { Past } from "./Past.ts";
import { compareRange, type Conflict, firstRanges, rangesOf } from "./ranges.ts";

/** Milliseconds between two ranges that nobody waits for: a page that is open asks few questions a minute. */
const PAUSE = 20_000;

export type Progress = { compared: number; all: number; conflict: Conflict | null };

type Wanted = { client: TownClient; past: Past; onProgress: (progress: Progress) => void; random?: () => number };

/** Blocks in which something stands that no sum of the books would miss. */
const MOST_SINGLE = 60;

/**
 * Compares a history with the node range by range: at once the newest, one in each part, and the blocks in which a
 * timesheet was written down; then the others at random, slowly. What was compared is remembered on this device. Ends
 * with the first range in which both differ.
 */
export async function compareMore({ client, past, onProgress, random = Math.random }: Wanted): Promise<void> {
  const ranges = rangesOf(past.index);
  const known = await openRemembered(past.store, past.index, ranges);
  const tell = (conflict: Conflict | null) => onProgress({ compared: known.count(), all: ranges.length, conflict });
  tell(null);
  const first = firstRanges(past.index, random).filter((i) => !known.has(i));
  const single = (await past.unbound()).slice(-MOST_SINGLE).map((block) => ({ fromBlock: block, toBlock: block }));
  for (const range of [...first.map((i) => ranges[i]), ...single.filter((block) => !known.covers(block))]) {
    const conflict = range && (await compareRange(client, past, range));
    if (conflict) return tell(conflict);
    const i = range === undefined ? -1 : ranges.indexOf(range);
    if (i >= 0) await known.add(i);
    tell(null);
  }
  for (;;) {
    const rest = ranges.flatMap((_, i) => (known.has(i) ? [] : [i]));
    const next = rest[Math.floor(random() * rest.length)];
    const range = next === undefined ? undefined : ranges[next];
    if (next === undefined || range === undefined) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    const conflict = await compareRange(client, past, range).catch(() => undefined);
    if (conflict) return tell(conflict);
    if (conflict === null) await known.add(next);
    tell(null);
  }
}

/** Which ranges were compared already: with the very files that are there now. */
async function openRemembered(store: DeviceStore, index: HistoryIndex, ranges: readonly BlockRange[]) {
  const { chainId, root, startBlockHash } = index.deployment;
  const key = ["compared", chainId, root, startBlockHash].join("/");
  const kept = await store.get(key);
  const before = new Set(Array.isArray(kept) ? (kept as unknown[]) : []);
  const marks = ranges.map((range) => markOf(index, range));
  const done = new Set(marks.flatMap((mark, i) => (before.has(mark) ? [i] : [])));
  return {
    has: (i: number) => done.has(i),
    count: () => done.size,
    covers: ({ fromBlock }: BlockRange) =>
      ranges.some((range, i) => done.has(i) && range.fromBlock <= fromBlock && range.toBlock >= fromBlock),
    add: async (i: number) => {
      done.add(i);
      await store.put(
        key,
        [...done].map((one) => marks[one]),
      );
    },
  };
}

/** Names a range and the files that tell of it: other files are compared again. */
function markOf({ parts }: HistoryIndex, { fromBlock, toBlock }: BlockRange): string {
  const files = parts.filter(({ from, to }) => BigInt(from) <= toBlock && BigInt(to) >= fromBlock);
  return `${fromBlock}-${toBlock} ${files.map(({ hash }) => hash.slice(0, 16)).join(" ")}`;
}
