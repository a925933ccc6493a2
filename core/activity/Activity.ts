import type { Address, Hex } from "viem";

/** Where something happened on the chain. */
export type Place = { block: bigint; index: number; hash: Hex };

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

export type Activity = Place & Happening;

/** The newest first; within a block, what came last in it. */
export function newestFirst(activities: readonly Activity[]): Activity[] {
  return activities.toSorted((a, b) => (a.block === b.block ? b.index - a.index : a.block < b.block ? 1 : -1));
}
