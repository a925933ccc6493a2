import type { Phase } from "./phases.ts";

/** Whether shares can be bought in this phase, by those whose turn it is. */
export function isOnSale(phase: Phase): phase is "local" | "country" | "world" {
  return phase === "local" || phase === "country" || phase === "world";
}
