import type { TownClient } from "../System.ts";

type Timed = { blockNumber: bigint | `0x${string}` | null; blockTimestamp?: bigint | `0x${string}` | null };

/** Keeps what a node says of times with its events; some say 0 or nothing. */
export function noteTimes({ times }: TownClient, logs: readonly Timed[]): void {
  for (const { blockNumber, blockTimestamp } of times === undefined ? [] : logs) {
    const time = Number(blockTimestamp ?? 0);
    if (time > 0 && blockNumber !== null) times?.set(BigInt(blockNumber), time);
  }
}
