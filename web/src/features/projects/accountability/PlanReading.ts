import type { Plan } from "../../../lib/plans/Plan.ts";
import type { PlanFault } from "../../../lib/plans/PlanFault.ts";

/** What could be read of a business's plan, or why nothing could. */
export type PlanReading =
  { plan: Plan } | { faults: readonly PlanFault[] } | { none: "noPlan" | "notOpened" | "changed" | "notText" };
