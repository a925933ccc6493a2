import type { Ask } from "@one-small-town/core/asking/Ask.ts";
import { endOfReading } from "@one-small-town/core/asking/endOfReading.ts";
import type { Hash } from "viem";
import type { TownClient } from "./System.ts";

/**
 * The newest block of which the node surely has all, state and events alike; its time in seconds. What is compared with
 * events, or kept, is read at it.
 */
export async function readEnd(client: TownClient): Promise<{ number: bigint; timestamp: number; hash: Hash }> {
  const { end } = await endOfReading(client.request as Ask, Date.now() / 1000);
  return { number: end.number, timestamp: end.time, hash: end.hash };
}
