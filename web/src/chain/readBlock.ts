import { hexToBigInt, numberToHex } from "viem";
import type { TownClient } from "./System.ts";

/**
 * A block's number, and its time in seconds; the newest when no number is given. Pages need no more of a block, and viem's
 * reader of blocks brings what reads transactions. Throws where the node has no such block.
 */
export async function readBlock(
  client: TownClient,
  blockNumber?: bigint,
): Promise<{ number: bigint; timestamp: number }> {
  const which = blockNumber === undefined ? "latest" : numberToHex(blockNumber);
  const block = await client.request({ method: "eth_getBlockByNumber", params: [which, false] });
  if (!block?.number) throw new Error(`The node has no block ${blockNumber ?? which}`);
  return { number: hexToBigInt(block.number), timestamp: Number(block.timestamp) };
}
