import type { Finding, Outcome } from "@one-small-town/core/verify/Finding.ts";

const ORDER: readonly Outcome[] = ["broken", "unavailable", "holds"];

/** What does not add up before what nobody can say, and that before what holds; each in the order of their numbers. */
export function worstFirst(findings: readonly Finding[]): Finding[] {
  return ORDER.flatMap((wanted) => findings.filter(({ outcome }) => outcome === wanted));
}
