import type { Ask } from "@one-small-town/core/asking/Ask.ts";
import type { Head } from "@one-small-town/core/asking/endOfReading.ts";
import { type Hash, type Hex, numberToHex } from "viem";
import type { Node } from "../audit/node/agreeing.ts";
import { Mistake } from "../commands/Mistake.mjs";

/**
 * The last block that a history is read up to: the newest that all nodes call final, with the hash that all of them give
 * it. A node that calls its newest block final knows nothing of finality. `isNewest`: of a chain where no block is final.
 */
export async function findEnd(ask: Ask, nodes: readonly Node[], isNewest: boolean): Promise<Head> {
  const ends = await Promise.all(nodes.map((node) => (isNewest ? numberOf(node, "latest") : finalOf(node))));
  const lowest = ends.reduce((low, end) => (end < low ? end : low));
  const block = await ask({ method: "eth_getBlockByNumber", params: [numberToHex(lowest), false] });
  const { number, hash, timestamp } = block as { number: Hex; hash: Hash; timestamp: Hex };
  return { number: BigInt(number), hash, time: Number(timestamp) };
}

async function finalOf(node: Node): Promise<bigint> {
  const final = await numberOf(node, "finalized");
  if (final < (await numberOf(node, "latest"))) return final;
  throw new Mistake(
    `The node ${node.name} calls its newest block final, so it does not know which blocks are. Name another with --rpc URL; on a local chain say --newest.`,
  );
}

async function numberOf({ name, ask }: Node, which: "finalized" | "latest"): Promise<bigint> {
  try {
    const block = await ask({ method: "eth_getBlockByNumber", params: [which, false] });
    return BigInt((block as { number: Hex }).number);
  } catch (error) {
    const what = which === "latest" ? "does not answer" : "does not say which block is final";
    throw new Mistake(`The node ${name} ${what} (${(error as Error).message}). Name another with --rpc URL.`);
  }
}
