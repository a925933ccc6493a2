import type { Books } from "../Books.ts";
import { eventsNamed, sumOf } from "../events.ts";
import type { Row } from "../Finding.ts";
import { FAILED, judgeSale, SETTLED } from "../replay/judgeSale.ts";
import { salesOf } from "../replay/sales.ts";
import { rowOf, withDifferences } from "../rows/rows.ts";

/** 9: money went back exactly when a sale had failed, all that was paid for the shares; shares are free once it settled. */
export function checkRefunds({ sales, towns, times, tokenEvents, tokenStates, block }: Books): Row[] | null {
  if (sales === null || towns === null || times === null || tokenEvents === null) return null;
  return salesOf(sales, towns).flatMap((sale) => {
    const { steps, phase, scope } = judgeSale(sale, times, block.timestamp);
    const refunds = steps.flatMap(({ event, ...step }) =>
      event.eventName === "Refunded" ? { ...event, ...step } : [],
    );
    const freed = eventsNamed(tokenEvents.get(sale.token) ?? [], "SharesUnlocked");
    const state = tokenStates.get(sale.token);
    const isFree = phase === SETTLED;
    const row = rowOf({
      name: sale.name,
      town: sale.town,
      unit: sale.currency,
      figures: [
        sumOf(refunds.map(({ args }) => args.amount)),
        sumOf(refunds.map(({ args }) => args.shares * sale.price)),
      ],
      holds: (back, paid) =>
        back === paid &&
        freed.length === (isFree ? 1 : 0) &&
        freed.every(({ args }) => args.scope === scope) &&
        (state === undefined || state.scope > 0 === isFree),
    });
    const wrong = refunds.filter(({ isRight, phase: then }) => !isRight || then !== FAILED);
    return withDifferences(
      row,
      wrong.map(({ blockNumber, args }) => ({
        detail: { kind: "block", id: String(blockNumber) },
        figures: [args.amount, args.shares * sale.price],
      })),
    );
  });
}
