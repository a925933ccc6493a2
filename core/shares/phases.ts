/** Where a sale stands, in the order of ShareOffering's `Phase`. */
export const phases = ["none", "local", "country", "world", "succeeded", "failed", "settled"] as const;
export type Phase = (typeof phases)[number];

/** How near a person is to a town, in the order of MemberRegistry's `Tier`. */
export const tiers = ["none", "local", "country", "world"] as const;
export type Tier = (typeof tiers)[number];

/** Whether shares can be bought in this phase, by those whose turn it is. */
export function isOnSale(phase: Phase): phase is "local" | "country" | "world" {
  return phase === "local" || phase === "country" || phase === "world";
}

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

type Ends = Pick<SaleState, "phase" | "localEnds" | "countryEnds" | "worldEnds">;

/** When the phase that runs ends, in seconds; null when none runs. */
export function phaseEnd({ phase, localEnds, countryEnds, worldEnds }: Ends): number | null {
  if (phase === "local") return localEnds;
  if (phase === "country") return countryEnds;
  return phase === "world" ? worldEnds : null;
}

const LAST_DAYS = 7 * 86_400;

/** Until when (exclusively, in seconds) a purchase can be given back; null when no phase runs. */
export function cancelUntil(sale: SaleState): number | null {
  const end = phaseEnd(sale);
  return end === null ? null : end - LAST_DAYS;
}

/** How many shares the running phase sells in all: the cap to residents, later only what the goal lacks. */
export function onOffer({ phase, cap, goal }: SaleState): number {
  return phase === "local" ? cap : goal;
}
