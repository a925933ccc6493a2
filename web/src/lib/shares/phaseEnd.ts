import type { SaleState } from "./SaleState.ts";

type Ends = Pick<SaleState, "phase" | "localEnds" | "countryEnds" | "worldEnds">;

/** When the phase that runs ends, in seconds; null when none runs. */
export function phaseEnd({ phase, localEnds, countryEnds, worldEnds }: Ends): number | null {
  if (phase === "local") return localEnds;
  if (phase === "country") return countryEnds;
  return phase === "world" ? worldEnds : null;
}
