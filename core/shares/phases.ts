import { type Phase, type Tier, tiers } from "../rules/enumerations.ts";
import { CANCEL_NOTICE } from "../rules/ShareOffering.ts";

/** Whether shares can be bought in this phase, by those whose turn it is. */
export function isOnSale(phase: Phase): phase is "local" | "country" | "world" {
  return phase === "local" || phase === "country" || phase === "world";
}

/** Whether somebody of a tier may receive shares of a scope, as InvestorToken decides it; nobody while it is locked. */
export function mayReceive(tier: Tier, scope: Tier): boolean {
  return tier !== "none" && tiers.indexOf(tier) <= tiers.indexOf(scope);
}

/** Whether a sale met its goal, be its shares unlocked yet or not. */
export function hasSucceeded(phase: Phase): boolean {
  return phase === "succeeded" || phase === "settled";
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

/** Until when (exclusively, in seconds) a purchase can be given back; null when no phase runs. */
export function cancelUntil(sale: SaleState): number | null {
  const end = phaseEnd(sale);
  return end === null ? null : end - CANCEL_NOTICE;
}

/** How many shares the running phase sells in all: the cap to residents, later only what the goal lacks. */
export function onOffer({ phase, cap, goal }: SaleState): number {
  return phase === "local" ? cap : goal;
}
