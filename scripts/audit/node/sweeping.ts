import type { Address } from "viem";
import type { Ask } from "./Ask.ts";
import { fitsFilter } from "./fitsFilter.ts";
import type { LogFilter } from "./LogFilter.ts";
import type { Memory } from "./openMemory.ts";
import type { RawLog } from "./RawLog.ts";

type Sweep = { addresses: readonly Address[]; fromBlock: bigint; toBlock: bigint };

/** How many parts of the chain are read at once; the more, the more memory. */
const AT_ONCE = 8;

/** Parts of the chain: few requests where it is long, and no answer that is too large to hold where it is short. */
const PARTS = 64n;
const [LEAST, MOST] = [10n, 10_000n];

/**
 * Reads the events of some contracts part by part, all contracts at once, and keeps them in the memory, from where each
 * question about one of the contracts is answered: one request where there would be one for each contract. Other
 * questions go on to `ask`. `onSwept` is told which share of the chain was read.
 */
export function sweeping(
  ask: Ask,
  read: Ask,
  memory: Memory,
  { addresses, fromBlock, toBlock }: Sweep,
  onSwept: (share: number) => void,
): Ask {
  const swept = addresses.map((address) => address.toLowerCase() as Address);
  const parts = partsOf(fromBlock, toBlock);
  let done = 0;

  const sweep = async (part: Part): Promise<void> => {
    if (memory.recall(markOf(part)) === undefined) {
      const filter = { address: swept, fromBlock: hex(part.from), toBlock: hex(part.to) };
      const logs = (await read({ method: "eth_getLogs", params: [filter] })) as RawLog[];
      for (const address of swept)
        memory.keep(
          keyOf(part, address),
          logs.filter((log) => log.address === address),
        );
      memory.keep(markOf(part), logs.length);
    }
    onSwept(++done / parts.length);
  };
  let sweeps: Promise<void>[] | undefined;

  return async (request) => {
    if (request.method !== "eth_getLogs") return ask(request);
    const [wanted] = request.params as [LogFilter];
    const whose = [wanted.address ?? []].flat().map((address) => address.toLowerCase() as Address);
    const [from, to] = [BigInt(wanted.fromBlock), BigInt(wanted.toBlock)];
    const isSwept = from >= fromBlock && to <= toBlock && whose.length > 0;
    if (!isSwept || !whose.every((address) => swept.includes(address))) return ask(request);
    const fits = fitsFilter(wanted);
    sweeps ??= inTurn(parts, sweep);
    const found: RawLog[][] = [];
    for (const [i, part] of parts.entries()) {
      if (part.to < from || part.from > to) continue;
      await sweeps[i];
      const logs = whose.flatMap((address) => memory.recall(keyOf(part, address)) as RawLog[]);
      found.push(logs.filter(fits));
      if (whose.length > 1) found.at(-1)?.sort(inOrder);
    }
    return found.flat();
  };
}

type Part = { from: bigint; to: bigint };

function partsOf(from: bigint, to: bigint): Part[] {
  const even = (to - from) / PARTS + 1n;
  const length = even < LEAST ? LEAST : even > MOST ? MOST : even;
  const count = Number((to - from) / length) + 1;
  return Array.from({ length: count }, (_, i) => {
    const begin = from + BigInt(i) * length;
    return { from: begin, to: begin + length > to ? to : begin + length - 1n };
  });
}

/** Begins each piece of work in the order of the items, a few at a time. */
function inTurn<item>(items: readonly item[], work: (item: item) => Promise<void>): Promise<void>[] {
  const begun: Promise<void>[] = [];
  for (const [i, item] of items.entries()) {
    const before = begun[i - AT_ONCE];
    const one = before ? before.then(() => work(item)) : work(item);
    one.catch(() => undefined); // whoever waits for it is told
    begun.push(one);
  }
  return begun;
}

function inOrder(one: RawLog, other: RawLog): number {
  const blocks = Number(one.blockNumber) - Number(other.blockNumber);
  return blocks === 0 ? Number(one.logIndex) - Number(other.logIndex) : blocks;
}

function hex(block: bigint): `0x${string}` {
  return `0x${block.toString(16)}`;
}

function markOf({ from, to }: Part): string {
  return `swept:${from}-${to}`;
}

function keyOf(part: Part, address: Address): string {
  return `${markOf(part)}:${address}`;
}
