import { type Address, zeroAddress } from "viem";
import { transactionOf } from "../../position.ts";
import type { Books, SaleEvent, TokenEvent } from "../Books.ts";
import { eventsNamed } from "../events.ts";
import type { Row } from "../Finding.ts";
import { judgeSale } from "../replay/judgeSale.ts";
import { salesOf } from "../replay/sales.ts";
import { knownOf, replay } from "../replay/World.ts";
import { type JudgedStep, stepRows } from "../rows/rows.ts";

type Receipt = { sale: bigint; to: Address; scope: number; isMove: boolean };

/**
 * 8: whoever bought or received a share lived near enough then: as the phase says when buying, later as the phase says in
 * which the sale succeeded. What a person left goes to the wallet that follows theirs.
 */
export function checkScope(books: Books): Row[] | null {
  const { sales, towns, times, tokenEvents, block } = books;
  const known = knownOf(books);
  if (sales === null || towns === null || times === null || tokenEvents === null || known === null) return null;
  const approved = salesOf(sales, towns);
  const receipts = new Map<SaleEvent | TokenEvent, Receipt>();
  for (const sale of approved) {
    const { steps, scope } = judgeSale(sale, times, block.timestamp);
    for (const { event, phase } of steps) {
      if (event.eventName !== "SharesBought") continue;
      receipts.set(event, { sale: sale.id, to: event.args.buyer, scope: phase, isMove: false });
    }
    const own = tokenEvents.get(sale.token) ?? [];
    const moves = new Set(eventsNamed(own, "HoldingMoved").map(keyOf));
    for (const event of eventsNamed(own, "Transfer")) {
      if (event.args.from === zeroAddress || event.args.to === zeroAddress) continue;
      receipts.set(event, { sale: sale.id, to: event.args.to, scope, isMove: moves.has(keyOf(event)) });
    }
  }
  const byId = new Map(approved.map((sale) => [sale.id, sale]));
  const steps = new Map(approved.map(({ id }) => [id, [] as JudgedStep[]]));
  replay(known, [...receipts.keys()], (event, { persons, countryOf, now }) => {
    const receipt = receipts.get(event);
    const sale = receipt && byId.get(receipt.sale);
    if (receipt === undefined || sale === undefined) return;
    const tier = persons.tierOf(receipt.to, sale.town, countryOf(sale.town), now);
    const isMoved = receipt.isMove && "from" in event.args && persons.successorOf.get(event.args.from) === receipt.to;
    const isRight = isMoved || (tier > 0 && tier <= receipt.scope);
    steps.get(sale.id)?.push({ block: event.blockNumber, isRight });
  });
  return approved.flatMap(({ id, name, town }) => stepRows({ name, town }, steps.get(id) ?? []));
}

type Sent = Parameters<typeof transactionOf>[0] & { args: { from: Address; to: Address } };

function keyOf({ args, ...at }: Sent): string {
  return `${transactionOf(at)}/${args.from}/${args.to}`;
}
