import type { CheckedDocument, Document } from "@one-small-town/core/documents/Document.ts";
import { readDataUri } from "@one-small-town/core/documents/readDataUri.ts";
import type { Plan, PlanFault } from "@one-small-town/core/projects/plans/Plan.ts";
import { readPlan } from "@one-small-town/core/projects/plans/readPlan.ts";
import { useMemo, useState } from "react";
import type { Unit } from "../../../content/format.ts";

/** What could be read of a business's plan, or why nothing could. */
export type PlanReading =
  | { plan: Plan }
  | { faults: readonly PlanFault[]; isCut: boolean }
  | { none: "noPlan" | "notOpened" | "changed" | "notText" };

/** The figures of a plan: at once where it travels in its address, else when the person has opened it. */
export function usePlanReading(plan: Document | null, { symbol, decimals }: Unit) {
  const [opened, open] = useState<CheckedDocument | null>(null);
  const [uri, hash] = [plan?.uri, plan?.hash];
  const reading = useMemo((): PlanReading => {
    if (uri === undefined || hash === undefined) return { none: "noPlan" };
    const found = opened?.hash === hash ? opened : readDataUri(uri, hash);
    if (found === null) return { none: "notOpened" };
    if (!found.isPromised) return { none: "changed" };
    if (found.text === null) return { none: "notText" };
    return { isCut: found.isCut, ...readPlan(found.text, { symbol, decimals }) };
  }, [uri, hash, opened, symbol, decimals]);
  return { reading, open };
}
