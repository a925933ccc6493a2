import type { SaleState } from "./SaleState.ts";

/** When the phase that runs ends, in seconds; null when none runs. */
export function phaseEnd({ phase, localEnds, countryEnds, worldEnds }: SaleState): number | null {
  if (phase === "local") return localEnds;
  if (phase === "country") return countryEnds;
  return phase === "world" ? worldEnds : null;
}
