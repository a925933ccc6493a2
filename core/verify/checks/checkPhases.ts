import type { Books } from "../Books.ts";
import type { Row } from "../Finding.ts";
import { judgeSale } from "../replay/judgeSale.ts";
import { salesOf } from "../replay/sales.ts";
import { stepRows } from "../rows/rows.ts";

/** Refunds and payments have checks of their own. */
const STEPS = new Set(["SharesBought", "PurchaseCancelled", "PhaseEnded", "OfferingCalledOff", "OfferingSettled"]);

/** 7: each step of a sale came in a phase that follows from time and shares sold, and so does the present phase. */
export function checkPhases({ sales, towns, times, saleStates, block }: Books): Row[] | null {
  if (sales === null || towns === null || times === null || saleStates === null) return null;
  return salesOf(sales, towns).flatMap((sale) => {
    const { steps, phase } = judgeSale(sale, times, block.timestamp);
    const stated = saleStates.get(sale.id)?.phase;
    const judged = steps.filter(({ event }) => STEPS.has(event.eventName));
    const rows = stepRows(
      { name: sale.name, town: sale.town },
      judged.map(({ event, isRight }) => ({ block: event.blockNumber, isRight })),
    );
    if (stated === phase) return rows;
    const detail = { kind: "sale", id: String(sale.id) } as const;
    const figures = [stated === undefined ? null : BigInt(stated), BigInt(phase)];
    const outcome = stated === undefined ? "unavailable" : "broken";
    return [
      ...rows,
      { name: sale.name, town: sale.town, contract: null, unit: "count" as const, detail, figures, outcome },
    ];
  });
}
