import { inTurn } from "@one-small-town/core/asking/atMost.ts";
import { type BlockRange, blocksIn, partsOf } from "@one-small-town/core/asking/ranges.ts";
import { type Address, numberToHex } from "viem";
import type { Ask } from "@one-small-town/core/asking/Ask.ts";
import type { LogFilter, RawLog } from "@one-small-town/core/asking/logs.ts";
import { fitsFilter } from "./fitsFilter.ts";
import type { Memory } from "./memory.ts";

type Sweep = BlockRange & { addresses: readonly Address[] };

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
  { addresses, ...range }: Sweep,
  onSwept: (share: number) => void,
): Ask {
  const swept = addresses.map((address) => address.toLowerCase() as Address);
  const { fromBlock, toBlock } = range;
  const parts = partsOf(range, lengthOfParts(range));
  let done = 0;

  const sweep = async (part: BlockRange): Promise<void> => {
    if (memory.recall(markOf(part)) === undefined) {
      const filter = { address: swept, fromBlock: numberToHex(part.fromBlock), toBlock: numberToHex(part.toBlock) };
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
    sweeps ??= inTurn(parts, AT_ONCE, sweep);
    const found: RawLog[][] = [];
    for (const [i, part] of parts.entries()) {
      if (part.toBlock < from || part.fromBlock > to) continue;
      await sweeps[i];
      const logs = whose.flatMap((address) => memory.recall(keyOf(part, address)) as RawLog[]);
      found.push(logs.filter(fits));
      if (whose.length > 1) found.at(-1)?.sort(inOrder);
    }
    return found.flat();
  };
}

function lengthOfParts(range: BlockRange): bigint {
  const even = (blocksIn(range) - 1n) / PARTS + 1n;
  return even < LEAST ? LEAST : even > MOST ? MOST : even;
}

function inOrder(one: RawLog, other: RawLog): number {
  const blocks = Number(one.blockNumber) - Number(other.blockNumber);
  return blocks === 0 ? Number(one.logIndex) - Number(other.logIndex) : blocks;
}

function markOf({ fromBlock, toBlock }: BlockRange): string {
  return `swept:${fromBlock}-${toBlock}`;
}

function keyOf(part: BlockRange, address: Address): string {
  return `${markOf(part)}:${address}`;
}
