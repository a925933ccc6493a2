import type { Deed } from "./Deed.ts";

/** The deeds a town can choose by name; thirds is the default. The community part is half members', half the fund's. */
export const deedPresets = {
  thirds: { investors: 3_333, members: 3_333, fund: 3_334, country: 0 },
  sixtyForty: { investors: 4_000, members: 3_000, fund: 3_000, country: 0 },
  ninetyTen: { investors: 1_000, members: 4_500, fund: 4_500, country: 0 },
} satisfies Record<string, Deed>;
