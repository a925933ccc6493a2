import { phaseEnd } from "./phaseEnd.ts";
import type { SaleState } from "./SaleState.ts";

const LAST_DAYS = 7 * 86_400;

/** Until when (exclusively, in seconds) a purchase can be given back; null when no phase runs. */
export function cancelUntil(sale: SaleState): number | null {
  const end = phaseEnd(sale);
  return end === null ? null : end - LAST_DAYS;
}
