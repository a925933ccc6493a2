/** Where a sale stands, in the order of ShareOffering's `Phase`. */
export const phases = ["none", "local", "country", "world", "succeeded", "failed", "settled"] as const;
export type Phase = (typeof phases)[number];

/** How near a person is to a town, in the order of MemberRegistry's `Tier`. */
export const tiers = ["none", "local", "country", "world"] as const;
export type Tier = (typeof tiers)[number];
