import type { Earnings } from "./earningsOf.ts";

/** What several weeks earned together: what a claim of exactly these pays. */
export function sumEarnings(weeks: readonly Earnings[]): { infinity: bigint; cash: bigint } {
  return {
    infinity: weeks.reduce((sum, { infinity }) => sum + infinity, 0n),
    cash: weeks.reduce((sum, { cash }) => sum + cash, 0n),
  };
}
