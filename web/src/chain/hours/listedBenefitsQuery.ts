import { benefitsViews } from "@one-small-town/core/abis/benefitsViews.ts";
import { decode } from "@one-small-town/core/enumerations.ts";
import { type BenefitKind, benefitKinds } from "@one-small-town/core/rules/enumerations.ts";
import { queryOptions } from "@tanstack/react-query";
import { keyOf } from "../keys.ts";
import { pageBefore } from "../projects/pageBefore.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";

/** What a town hands out for an active week, or for each shift of it. */
export type ListedBenefit = {
  id: number;
  kind: BenefitKind;
  perShift: boolean;
  units: number;
  lastWeekIndex: number;
};

/** As many of all towns' are looked at as one request says of. */
const NEWEST = 60;

/** The benefits of a town, the newest of all towns' looked through. */
export function listedBenefitsQuery(system: System, town: number) {
  return queryOptions({
    queryKey: keyOf(system, "listedBenefits", town),
    queryFn: () => readListed(system, town),
  });
}

async function readListed(system: System, town: number): Promise<ListedBenefit[]> {
  const benefits = { address: system.deployment.addresses.Benefits, abi: benefitsViews } as const;
  const [count] = await readNow(system, [{ ...benefits, functionName: "benefitCount" }]);
  const ids = pageBefore(Number(count) + 1, NEWEST);
  const all = await readNow(
    system,
    ids.map((id) => ({ ...benefits, functionName: "benefitOf" as const, args: [BigInt(id)] as const })),
  );
  return ids.flatMap((id, i) => {
    const found = all[i];
    if (found?.town !== town) return [];
    const { kind, perShift, units, lastWeekIndex } = found;
    return [{ id, kind: decode(benefitKinds, kind), perShift, units, lastWeekIndex }];
  });
}
