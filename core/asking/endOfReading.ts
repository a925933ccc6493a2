import { type Hash, type Hex, hexToBytes, keccak256, numberToHex } from "viem";
import type { Ask } from "./Ask.ts";
import type { RawLog } from "./logs.ts";

/** A block as it is read: seconds since 1970. */
export type Head = { number: bigint; hash: Hash; time: number };

type Header = Head & { logsBloom: Hex };

/**
 * So many blocks below the newest a node has everything: behind one address stand several, which are a block or two apart,
 * and some write down the events of a block after its state. On a network with blocks every second or two that is little.
 */
export const FEW = 4n;

/** After so many seconds without another block the newest one is nobody's news. */
const SETTLED = 120;

/** So many of 2,048 marks are set by a block with few events, as on a quiet chain: there it is asked for all of them. */
const QUIET = 300;

/**
 * The last block of which a node surely has all, state and events alike, and the newest it knows. Where blocks come by
 * themselves that is one a few below the newest. Where nothing happens by itself the newest has to do: if it is old, or
 * its events are there, all of them, as the sum of their marks shows that the block carries. `now` is in seconds; null
 * where the chain's clock is not ours.
 */
export async function endOfReading(ask: Ask, now: number | null): Promise<{ end: Head; head: Head }> {
  const head = await readHeader(ask, "latest");
  if (now !== null && now - head.time > SETTLED) return { end: head, head };
  for (let at = head; head.number - at.number < FEW; at = await readHeader(ask, at.number - 1n)) {
    if (marksIn(at.logsBloom) > QUIET) break;
    if (await hasItsEvents(ask, at)) return { end: at, head };
    if (at.number === 0n) return { end: at, head };
  }
  const below = head.number < FEW ? 0n : head.number - FEW;
  return { end: await readHeader(ask, below), head };
}

/** A node that does not hand out the events of everybody cannot show it. */
async function hasItsEvents(ask: Ask, { number, logsBloom }: Header): Promise<boolean> {
  const [fromBlock, toBlock] = [numberToHex(number), numberToHex(number)];
  const logs = await ask({ method: "eth_getLogs", params: [{ fromBlock, toBlock }] }).catch(() => null);
  return Array.isArray(logs) && bloomOf(logs as RawLog[]) === logsBloom;
}

async function readHeader(ask: Ask, which: "latest" | bigint): Promise<Header> {
  const block = which === "latest" ? which : numberToHex(which);
  const raw = (await ask({ method: "eth_getBlockByNumber", params: [block, false] })) as
    | {
        [field in "number" | "hash" | "timestamp" | "logsBloom"]?: Hex;
      }
    | null;
  if (!raw?.number || !raw.hash) throw new Error(`The node has no block ${which}`);
  const { number, hash, timestamp = "0x0", logsBloom = "0x" } = raw;
  return { number: BigInt(number), hash, time: Number(timestamp), logsBloom };
}

const BYTES = 256;

/** The marks that events leave in the header of their block: three for each address and topic. */
export function bloomOf(logs: readonly Pick<RawLog, "address" | "topics">[]): Hex {
  const bloom = new Uint8Array(BYTES);
  for (const value of new Set(logs.flatMap(({ address, topics }) => [address, ...topics]))) {
    const hash = hexToBytes(keccak256(value));
    for (const i of [0, 2, 4]) {
      const mark = (((hash[i] ?? 0) << 8) | (hash[i + 1] ?? 0)) % (8 * BYTES);
      const byte = BYTES - 1 - (mark >> 3);
      bloom[byte] = (bloom[byte] ?? 0) | (1 << (mark & 7));
    }
  }
  return `0x${Array.from(bloom, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

function marksIn(bloom: Hex): number {
  return BigInt(bloom === "0x" ? 0 : bloom)
    .toString(2)
    .replaceAll("0", "").length;
}
