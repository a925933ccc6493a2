import type { Address } from "viem";
import { isSameAddress } from "../../hex.ts";
import { WHOLE } from "../../rules/Deeds.ts";
import type { Books, ReleaseEvent, SaleEvent } from "../Books.ts";
import { inOrder } from "../../position.ts";
import { eventsNamed, groupBy, sumOf } from "../events.ts";
import type { Row } from "../Finding.ts";
import { judgeSale, SETTLED } from "../replay/judgeSale.ts";
import { type ApprovedSale, salesOf } from "../replay/sales.ts";
import { rowOf, withDifferences } from "../rows/rows.ts";

type Payment = { block: bigint; amount: bigint; due: bigint };

/**
 * 17: what was paid for shares went back to buyers, left escrow by the terms, or is in escrow. Tranches went one by one;
 * once a wind-up had begun none left any more, and all the rest went to the holders.
 */
export function checkEscrow({
  addresses,
  sales,
  towns,
  times,
  releases,
  tokenStates,
  saleStates,
  block,
}: Books): Row[] | null {
  if (sales === null || towns === null || times === null || releases === null || saleStates === null) return null;
  const bySale = groupBy(releases, ({ args }) => ("offering" in args ? args.offering : null));
  return salesOf(sales, towns).flatMap((sale) => {
    const { phase } = judgeSale(sale, times, block.timestamp);
    const [supply, released] = [tokenStates.get(sale.token)?.supply, saleStates.get(sale.id)?.released];
    const inEscrow = supply === undefined || released === undefined ? null : supply * sale.price - released;
    const bought = sumOf(eventsNamed(sale.events, "SharesBought").map(({ args }) => args.shares));
    const back = [...eventsNamed(sale.events, "PurchaseCancelled"), ...eventsNamed(sale.events, "Refunded")];
    const payments = paymentsOf(sale, bySale.get(sale.id) ?? [], addresses.Releases, times);
    const left = sumOf(eventsNamed(sale.events, "EscrowPaid").map(({ args }) => args.amount));
    const row = rowOf({
      name: sale.name,
      town: sale.town,
      unit: sale.currency,
      figures: [bought * sale.price, sumOf(back.map(({ args }) => args.shares)) * sale.price, left, inEscrow],
      holds: (paid, returned, out, stays) =>
        paid === returned + out + stays &&
        (out === 0n || phase === SETTLED) &&
        left === sumOf(payments.map(({ due }) => due)),
    });
    const wrong = payments.filter(({ amount, due }) => amount !== due);
    return withDifferences(
      row,
      wrong.map((one) => ({
        detail: { kind: "block", id: String(one.block) },
        figures: [one.due, 0n, one.amount, 0n],
      })),
    );
  });
}

/** What left escrow, and what should have by the terms and the steps so far; nothing where nothing should. */
function paymentsOf(
  { terms, price, events }: ApprovedSale,
  releases: readonly ReleaseEvent[],
  releasesAddress: Address,
  times: ReadonlyMap<bigint, number>,
): Payment[] {
  let [raised, released, next, due] = [0n, 0n, 0, 0n];
  let expected: Address | null = null;
  let windUpFrom: number | null = null;
  const payments: Payment[] = [];
  for (const event of inOrder<SaleEvent | ReleaseEvent>(events, releases)) {
    const { eventName, args } = event;
    if (eventName === "OfferingSettled") raised = args.sold * price;
    if (eventName === "WindUpBegan") windUpFrom ??= args.windUpFrom;
    if (eventName === "TrancheReleased") {
      const part = (raised * BigInt(terms.tranches[next] ?? 0)) / BigInt(WHOLE);
      const isLast = next === terms.tranches.length - 1;
      const isRight = windUpFrom === null && args.tranche === BigInt(next++);
      [due, expected] = [isRight ? (isLast ? raised - released : part) : 0n, args.payout];
    }
    if (eventName === "WindUpPaid") {
      const now = times.get(event.blockNumber) ?? 0;
      const isRight = windUpFrom !== null && now >= windUpFrom;
      [due, expected] = [isRight ? raised - released : 0n, releasesAddress];
    }
    if (eventName !== "EscrowPaid") continue;
    released += args.amount;
    payments.push({
      block: event.blockNumber,
      amount: args.amount,
      due: expected !== null && isSameAddress(args.to, expected) ? due : 0n,
    });
    [due, expected] = [0n, null];
  }
  return payments.concat(due > 0n ? [{ block: 0n, amount: 0n, due }] : []);
}
