import type { Outcome } from "./Finding.ts";

/** What can be said of several together: one that is broken outweighs all, one that could not be read the rest. */
export function worstOf(outcomes: readonly Outcome[]): Outcome {
  return (["broken", "unavailable"] as const).find((outcome) => outcomes.includes(outcome)) ?? "holds";
}
