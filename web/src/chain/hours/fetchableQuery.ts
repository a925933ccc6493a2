import { benefitsViews } from "@one-small-town/core/abis/benefitsViews.ts";
import { type Benefit, weeksToFetch } from "@one-small-town/core/hours/benefits.ts";
import { queryOptions } from "@tanstack/react-query";
import { keyOf } from "../keys.ts";
import { readBlock } from "../readBlock.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";
import { readBenefits } from "./benefitsQuery.ts";

/** What a week entitles a member to of a benefit, and what of it was written down as fetched. */
export type Fetchable = { benefit: Benefit; weekIndex: number; entitled: number; redeemed: number };

/** What a member may fetch now, or has fetched of what can be fetched now: by benefit, the oldest week first. */
export function fetchableQuery(system: System, town: number, number: number) {
  return queryOptions({
    queryKey: keyOf(system, "fetchable", town, number),
    queryFn: () => readFetchable(system, town, number),
  });
}

async function readFetchable(system: System, town: number, number: number): Promise<Fetchable[]> {
  const contract = { address: system.deployment.addresses.Benefits, abi: benefitsViews } as const;
  const [benefits, block] = await Promise.all([readBenefits(system, town), readBlock(system.client)]);
  const asked = benefits.flatMap((benefit) =>
    weeksToFetch(benefit, block.timestamp).map((weekIndex) => ({ benefit, weekIndex })),
  );
  const read = await Promise.all(
    asked.map(async ({ benefit, weekIndex }) => {
      const id = BigInt(benefit.id);
      const [entitled, redeemed] = await readNow(system, [
        { ...contract, functionName: "entitlementOf", args: [id, weekIndex, number] },
        { ...contract, functionName: "redeemedOf", args: [id, BigInt(weekIndex), BigInt(number)] },
      ]);
      return { benefit, weekIndex, entitled: Number(entitled), redeemed };
    }),
  );
  return read.filter(({ entitled }) => entitled > 0);
}
