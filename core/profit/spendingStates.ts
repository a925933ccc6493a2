/** Where a payment out of a fund stands, in the order of TownTreasury's `SpendingState`. */
export const spendingStates = ["none", "proposed", "approved", "blocked", "spent", "cancelled", "lapsed"] as const;
export type SpendingState = (typeof spendingStates)[number];
