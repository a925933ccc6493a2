import type { Phase } from "./phases.ts";

/** What decides who may buy: times in seconds, 0 for a phase that is absent; shares as counts. */
export type SaleState = {
  phase: Phase;
  opens: number;
  localEnds: number;
  countryEnds: number;
  worldEnds: number;
  goal: number;
  cap: number;
  sold: number;
  limitLocal: number;
  limitLater: number;
};
