import { queryOptions } from "@tanstack/react-query";
import type { Address } from "viem";
import { townOfProject } from "@one-small-town/core/projects/projects.ts";
import type { Tier } from "@one-small-town/core/rules/enumerations.ts";
import { keyOf } from "../keys.ts";
import type { System } from "../System.ts";

/** A holder of shares, and how near to the town they are now. */
export type Holder = { wallet: Address; shares: number; tier: Tier };

/** Who holds how many shares of a business, most first, added up from the token's transfers. */
export function holdersQuery(system: System, { token, business }: { token: Address; business: bigint }) {
  return queryOptions({
    queryKey: keyOf(system, "holders", token),
    queryFn: async () =>
      (await import("./readHolders.ts")).readHolders(system, { token, town: townOfProject(business) }),
  });
}
