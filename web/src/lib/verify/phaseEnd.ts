import type { Books } from "./Books.ts";
import { judgeSale, LOCAL, WORLD } from "./judgeSale.ts";
import type { ApprovedSale } from "./salesOf.ts";

/** When the phase ended in which a sale succeeded (seconds). */
export function phaseEnd(sale: ApprovedSale | undefined, times: NonNullable<Books["times"]>, until: number): number {
  if (sale === undefined) return 0;
  const { scope } = judgeSale(sale, times, until);
  const { localEnds, countryEnds, worldEnds } = sale.terms;
  if (scope <= LOCAL) return localEnds;
  return (scope === WORLD ? worldEnds : 0) || countryEnds || localEnds;
}
