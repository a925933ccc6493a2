import type { Ask } from "@one-small-town/core/asking/Ask.ts";
import { endOfReading, type Head } from "@one-small-town/core/asking/endOfReading.ts";
import { CannotAudit } from "../CannotAudit.ts";
import type { Node } from "./agreeing.ts";

type RawBlock = { number: `0x${string}`; hash: `0x${string}`; timestamp: `0x${string}` };

/** So long (seconds) no block stays the newest, on any network that we know. */
const LONGEST_SILENCE = 15 * 60;

/** The block at which all is read: the wanted one, or the newest that all nodes surely have whole. `ask` asks them all. */
export async function findBlock(
  ask: Ask,
  nodes: readonly Node[],
  { wanted, now }: { wanted: bigint | null; now: number | null },
): Promise<Head> {
  const ends = await Promise.all(nodes.map(async (node) => ({ ...(await endOf(node, now)), name: node.name })));
  const lowest = ends.reduce((low, one) => (one.head.number < low.head.number ? one : low));
  const { name, head } = lowest;
  const whole = ends.reduce((low, { end }) => (end.number < low ? end.number : low), lowest.end.number);
  if (wanted !== null && wanted > head.number) {
    throw new CannotAudit(`There is no block ${wanted} yet: the newest of ${name} is ${head.number}.`);
  }
  if (wanted !== null && wanted > whole) {
    throw new CannotAudit(
      `Block ${wanted} is too new: the nodes surely have all of block ${whole}, and may not have all of those after it ` +
        `yet. Wait, or name an earlier block with --block.`,
    );
  }
  if (wanted === null && now !== null && now - head.time > LONGEST_SILENCE) {
    const minutes = Math.round((now - head.time) / 60);
    throw new CannotAudit(
      `The node ${name} is behind: its newest block, ${head.number}, is ${minutes} minutes old. ` +
        `Ask another node, or name a block of the past with --block.`,
    );
  }
  return readBlock(
    await ask({ method: "eth_getBlockByNumber", params: [`0x${(wanted ?? whole).toString(16)}`, false] }),
  );
}

async function endOf({ name, ask }: Node, now: number | null): Promise<{ end: Head; head: Head }> {
  try {
    return await endOfReading(ask, now);
  } catch (error) {
    throw new CannotAudit(`The node ${name} does not answer (${(error as Error).message}).`);
  }
}

function readBlock(raw: unknown): Head {
  const { number, hash, timestamp } = raw as RawBlock;
  return { number: BigInt(number), hash, time: Number(timestamp) };
}

/** A chain that took the block back meanwhile would leave figures of two histories side by side. */
export async function requireSameBlock(ask: Ask, { number, hash }: Head): Promise<void> {
  const params = [`0x${number.toString(16)}`, false];
  const block = await ask({ method: "eth_getBlockByNumber", params }).catch(() => null);
  if (block === null || (block as { hash: string }).hash === hash) return;
  throw new CannotAudit(`The chain took block ${number} back meanwhile. Please run this again.`);
}
