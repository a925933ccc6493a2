import type { SaleState } from "./SaleState.ts";

/** How many shares the running phase sells in all: the cap to residents, later only what the goal lacks. */
export function onOffer({ phase, cap, goal }: SaleState): number {
  return phase === "local" ? cap : goal;
}
