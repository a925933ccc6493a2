import type { Plan, PlanFault } from "@one-small-town/core/projects/plans/Plan.ts";

/** What could be read of a business's plan, or why nothing could. */
export type PlanReading =
  { plan: Plan } | { faults: readonly PlanFault[] } | { none: "noPlan" | "notOpened" | "changed" | "notText" };
