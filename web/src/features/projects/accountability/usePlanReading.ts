import { useMemo, useState } from "react";
import type { Unit } from "../../../content/format.ts";
import type { CheckedDocument } from "../../../lib/documents/CheckedDocument.ts";
import { readDataUri } from "../../../lib/documents/readDataUri.ts";
import { readPlan } from "../../../lib/plans/readPlan.ts";
import type { Document } from "../../../lib/steps/Document.ts";
import type { PlanReading } from "./PlanReading.ts";

/** The figures of a plan: at once where it travels in its address, else when the person has opened it. */
export function usePlanReading(plan: Document | null, { symbol, decimals }: Unit) {
  const [opened, open] = useState<CheckedDocument | null>(null);
  const [uri, hash] = [plan?.uri, plan?.hash];
  const reading = useMemo((): PlanReading => {
    if (uri === undefined || hash === undefined) return { none: "noPlan" };
    const found = opened?.hash === hash ? opened : readDataUri(uri, hash);
    if (found === null) return { none: "notOpened" };
    if (!found.isPromised) return { none: "changed" };
    return found.text === null ? { none: "notText" } : readPlan(found.text, { symbol, decimals });
  }, [uri, hash, opened, symbol, decimals]);
  return { reading, open };
}
