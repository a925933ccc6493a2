import { benefitsViews } from "@one-small-town/core/abis/benefitsViews.ts";
import type { Document } from "@one-small-town/core/documents/Document.ts";
import { decode } from "@one-small-town/core/enumerations.ts";
import { type Benefit, readBenefitWords } from "@one-small-town/core/hours/benefits.ts";
import { benefitKinds } from "@one-small-town/core/rules/enumerations.ts";
import { queryOptions } from "@tanstack/react-query";
import { keptOr } from "../kept.ts";
import { keyOf } from "../keys.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";

/** What a town lists in years; a steward who lists without end hides older ones, and nothing of other towns. */
const NEWEST = 60n;

/** About how long the address of a benefit's words is, in which they travel. */
const TEXT = 700;

/** What a town hands out for active weeks, the newest first, ended ones too. */
export function benefitsQuery(system: System, town: number) {
  return queryOptions({
    queryKey: keyOf(system, "benefits", town),
    queryFn: () => readBenefits(system, town),
  });
}

export async function readBenefits(system: System, town: number): Promise<Benefit[]> {
  const contract = { address: system.deployment.addresses.Benefits, abi: benefitsViews } as const;
  const [ids] = await readNow(system, [{ ...contract, functionName: "benefitsOf", args: [town, NEWEST] }]);
  return Promise.all(ids.map((id) => readBenefit(system, id)));
}

async function readBenefit(system: System, id: bigint): Promise<Benefit> {
  const contract = { address: system.deployment.addresses.Benefits, abi: benefitsViews } as const;
  const [metadata, [benefit]] = await Promise.all([
    keptOr(system, `benefit ${id}`, async (): Promise<Document> => {
      const view = { ...contract, functionName: "metadataOf", args: [id] } as const;
      return (await readNow(system, [view], { bytes: TEXT }))[0];
    }),
    readNow(system, [{ ...contract, functionName: "benefitOf", args: [id] }]),
  ]);
  const { town, perShift, units, validWeeks, lastWeekIndex } = benefit;
  return {
    id: Number(id),
    town,
    kind: decode(benefitKinds, benefit.kind),
    perShift,
    units,
    validWeeks,
    lastWeekIndex,
    words: readBenefitWords(metadata),
  };
}
