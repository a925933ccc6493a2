import { queryOptions } from "@tanstack/react-query";
import { shareOfferingViews } from "@one-small-town/core/abis/shareOfferingViews.ts";
import { townOfProject } from "@one-small-town/core/projects/projects.ts";
import { decode } from "@one-small-town/core/enumerations.ts";
import { type Phase, phases } from "@one-small-town/core/rules/enumerations.ts";
import { keyOf } from "../keys.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";
import { offeringsQuery } from "./offeringsQuery.ts";

export type Sale = { offering: bigint; business: bigint; town: number; phase: Phase };

/** Every offering of the deployment with its town and its phase now. */
export function salesQuery(system: System) {
  return queryOptions({
    queryKey: keyOf(system, "sales"),
    queryFn: async ({ client }): Promise<Sale[]> => {
      const offerings = await client.fetchQuery(offeringsQuery(system));
      const contract = { address: system.deployment.addresses.ShareOffering, abi: shareOfferingViews } as const;
      const now = await readNow(
        system,
        offerings.map(({ id }) => ({ ...contract, functionName: "phaseOf" as const, args: [id] as const })),
      );
      return offerings.map(({ id: offering, business }, i) => ({
        offering,
        business,
        town: townOfProject(business),
        phase: decode(phases, Number(now[i])),
      }));
    },
  });
}
