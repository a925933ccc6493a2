import type { Address, Hex } from "viem";
import type { Position } from "../position.ts";

/** The event that tells of something: where it stands on the chain. */
export type EventPosition = Position & { transactionHash: Hex };

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
