import { profitSplitterViews } from "@one-small-town/core/abis/profitSplitterViews.ts";
import type { Deed } from "@one-small-town/core/profit/Deed.ts";
import { queryOptions } from "@tanstack/react-query";
import { keyOf } from "../keys.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";

export function deedQuery(system: System, business: bigint) {
  return queryOptions({
    queryKey: keyOf(system, "deed", business),
    queryFn: () => readDeed(system, business),
    staleTime: 60_000,
  });
}

/** How a business divides its profit now; a sealed deed never changes again. */
export type DeedInForce = {
  deed: Deed;
  isSealed: boolean;
  /** Another deed on its way, and from when on (seconds) it holds; 0 until the second key agrees. Null for none. */
  change: { deed: Deed; inForceFrom: number } | null;
};

export async function readDeed(system: System, business: bigint, block?: bigint): Promise<DeedInForce> {
  const contract = {
    address: system.deployment.addresses.ProfitSplitter,
    abi: profitSplitterViews,
    args: [business],
  } as const;
  const [deed, isSealed, change] = await readNow(
    system,
    [
      { ...contract, functionName: "deedOf" },
      { ...contract, functionName: "isSealed" },
      { ...contract, functionName: "changeOf" },
    ],
    block === undefined ? {} : { block },
  );
  const isOnItsWay = !isSealed && change.deed.members > 0 && !isSame(change.deed, deed);
  return { deed, isSealed, change: isOnItsWay ? { deed: change.deed, inForceFrom: change.inForceFrom } : null };
}

function isSame(one: Deed, other: Deed): boolean {
  return (["investors", "members", "fund", "country"] as const).every((part) => one[part] === other[part]);
}
