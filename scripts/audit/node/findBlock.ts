import type { Hash } from "viem";
import { CannotAudit } from "../CannotAudit.ts";
import type { Node } from "./agreeing.ts";
import type { Ask } from "./Ask.ts";

/** A block as it is read: seconds since 1970. */
export type Block = { number: bigint; hash: Hash; time: number };

type RawBlock = { number: `0x${string}`; hash: Hash; timestamp: `0x${string}` };

/** So long (seconds) no block stays the newest, on any network that we know. */
const LONGEST_SILENCE = 15 * 60;

/** The block at which all is read: the wanted one, or the newest that all nodes have. `ask` asks them all. */
export async function findBlock(
  ask: Ask,
  nodes: readonly Node[],
  { wanted, now }: { wanted: bigint | null; now: number | null },
): Promise<Block> {
  const heads = await Promise.all(nodes.map(async (node) => ({ ...(await headOf(node)), name: node.name })));
  const lowest = heads.reduce((low, head) => (head.number < low.number ? head : low));
  if (wanted !== null && wanted > lowest.number) {
    throw new CannotAudit(`There is no block ${wanted} yet: the newest of ${lowest.name} is ${lowest.number}.`);
  }
  if (wanted === null && now !== null && now - lowest.time > LONGEST_SILENCE) {
    const minutes = Math.round((now - lowest.time) / 60);
    throw new CannotAudit(
      `The node ${lowest.name} is behind: its newest block, ${lowest.number}, is ${minutes} minutes old. ` +
        `Ask another node, or name a block of the past with --block.`,
    );
  }
  const number = `0x${(wanted ?? lowest.number).toString(16)}`;
  return readBlock(await ask({ method: "eth_getBlockByNumber", params: [number, false] }));
}

async function headOf({ name, ask }: Node): Promise<Block> {
  try {
    return readBlock(await ask({ method: "eth_getBlockByNumber", params: ["latest", false] }));
  } catch (error) {
    throw new CannotAudit(`The node ${name} does not answer (${(error as Error).message}).`);
  }
}

function readBlock(raw: unknown): Block {
  const { number, hash, timestamp } = raw as RawBlock;
  return { number: BigInt(number), hash, time: Number(timestamp) };
}

/** A chain that took the block back meanwhile would leave figures of two histories side by side. */
export async function requireSameBlock(ask: Ask, { number, hash }: Block): Promise<void> {
  const params = [`0x${number.toString(16)}`, false];
  const block = await ask({ method: "eth_getBlockByNumber", params }).catch(() => null);
  if (block === null || (block as { hash: string }).hash === hash) return;
  throw new CannotAudit(`The chain took block ${number} back meanwhile. Please run this again.`);
}
