import type { Address, Hash } from "viem";
import type { Position } from "../position.ts";

/**
 * The event that tells of something: where it stands on the chain, and in which transaction, whose hash is null where a
 * history tells of it.
 */
export type EventPosition = Position & { transactionIndex: number; transactionHash: Hash | null };

/** Something that happened to one person, as the contracts' events tell it. Amounts in units. */
export type Happening =
  | { kind: "bought" | "cancelled"; offering: bigint; shares: bigint }
  | { kind: "refunded"; offering: bigint; shares: bigint; amount: bigint }
  | { kind: "refundKept" | "keptRefundPaid"; offering: bigint; amount: bigint }
  | { kind: "dividend"; token: Address; amount: bigint }
  | { kind: "claimed"; town: number; infinity: bigint; cash: bigint }
  | { kind: "cashKept" | "keptCashPaid"; town: number; amount: bigint }
  | { kind: "infinityIn" | "infinityOut"; other: Address; amount: bigint }
  | { kind: "sharesIn" | "sharesOut"; token: Address; other: Address; shares: bigint };

export type Activity = EventPosition & Happening;
